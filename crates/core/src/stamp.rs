//! A small number for a name, the same in every build: what is too long to be carried is carried by it.

/// How many stamps there are.
pub(crate) const STAMPS: usize = 1 << 16;

/// A number that another name hardly shares (FNV-1a, folded). Links and entries of the browser's history carry it, so
/// it may never change.
pub fn stamp(name: &str) -> u16 {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 32)) as u16
}
