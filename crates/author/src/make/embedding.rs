//! What a council sends out: for each site the address of its page, and the line that its website needs.

use csv_core::Writer;

use crate::format::draft::Draft;

/// The words of the link inside the line, which stay where no frame answers.
const LINK: &str = "Find help that fits your family";

/// The address of a folder on the web, with a slash at its end. The error is a sentence.
pub fn address(written: &str) -> Result<String, String> {
    let host = written.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>?#&".contains(letter);
    if !host.contains('.') || written.contains(is_odd) {
        return Err(format!(
            "`{written}` is not the address of a folder: write it as https://help.example.org/signpost/ \
             (websites show nothing that is not https)."
        ));
    }
    Ok(format!("{}/", written.trim_end_matches('/')))
}

/// The sheet: its first row names the columns, and each site has a row, in the order of their ids.
pub fn lines(draft: &Draft, address: &str) -> String {
    let mut sites: Vec<_> = draft.sites.iter().map(|site| [site.id.value.as_str(), &site.written.name]).collect();
    sites.sort_unstable();
    let rows = sites.into_iter().map(|[id, name]| {
        let page = format!("{address}{id}/");
        row(&[id, name, &page, &line(address, id, &page)])
    });
    row(&["id", "name", "page", "line"]) + &rows.collect::<String>()
}

/// In one line, so that it stays in its cell.
fn line(address: &str, id: &str, page: &str) -> String {
    format!(
        "<script type=\"module\" src=\"{address}embed.js\"></script> \
         <parent-signpost site=\"{id}\"><a href=\"{page}\">{LINK}</a></parent-signpost>"
    )
}

fn row(cells: &[&str]) -> String {
    let longest: usize = cells.iter().map(|cell| 2 * cell.len() + 3).sum();
    let (mut writer, mut text, mut at) = (Writer::new(), vec![0; longest + 1], 0);
    for (place, cell) in cells.iter().enumerate() {
        at += if place == 0 { 0 } else { writer.delimiter(&mut text[at..]).1 };
        at += writer.field(cell.as_bytes(), &mut text[at..]).2;
    }
    at += writer.terminator(&mut text[at..]).1;
    String::from_utf8_lossy(&text[..at]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_of_a_folder_on_the_web_will_do() {
        let good = Ok("https://help.example.org/signpost/".to_owned());
        assert_eq!(address("https://help.example.org/signpost"), good);
        assert_eq!(address("https://help.example.org/signpost/"), good);
        for bad in
            ["help.example.org", "http://help.example.org/", "https://help", "https://a.org/?b", "https://a.org/\""]
        {
            assert!(address(bad).is_err_and(|says| says.contains(bad)), "{bad}");
        }
    }

    #[test]
    fn what_holds_a_quote_or_a_comma_stays_in_its_cell() {
        assert_eq!(row(&["oak", "Oak, \"the\" school", "x"]), "oak,\"Oak, \"\"the\"\" school\",x\n");
    }
}
