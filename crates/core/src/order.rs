//! In order, each once, without what the standard library would bring: its way of sorting is written anew for whatever is
//! sorted, and is made for long lists. What is sorted here is as long as a parent's answers.

/// These in order, each once.
pub(crate) fn in_order<T: Ord>(list: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in list {
        let place = sorted.iter().position(|other| *other >= item).unwrap_or(sorted.len());
        if sorted.get(place) != Some(&item) {
            sorted.insert(place, item);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn each_stands_once_and_in_its_place() {
        assert_eq!(in_order([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert_eq!(in_order(["b", "a"]), ["a", "b"]);
        assert_eq!(in_order::<u8>([]), [0_u8; 0]);
    }
}
