//! Every style sheet beside a view, joined into one in a fixed order.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

/// The colours, which pages that are no views share.
pub(super) const TOKENS: &str = "tokens.css";

/// Writes all style sheets below `views` into `out`.
pub(super) fn join(views: &Path, out: &Path) -> Result<()> {
    let mut sheets = super::files(views)?;
    sheets.retain(|file| file.extension().is_some_and(|it| it == "css"));
    if sheets.is_empty() {
        bail!("{} has no style sheet.", views.display());
    }
    sheets.sort_by_key(|file| place(views, file));
    let mut all = String::new();
    for sheet in &sheets {
        all += &fs::read_to_string(sheet).with_context(|| format!("{} cannot be read.", sheet.display()))?;
        all.push('\n');
    }
    fs::write(out, all).with_context(|| format!("{} cannot be written.", out.display()))
}

/// `tokens.css` first, because the others use its names, then `base.css`; `print.css` last, because it has the last word.
fn place(views: &Path, file: &Path) -> (u8, PathBuf) {
    let relative = file.strip_prefix(views).unwrap_or(file).to_path_buf();
    let rank = match relative.file_name().and_then(|name| name.to_str()) {
        Some(TOKENS) => 0,
        Some("base.css") => 1,
        Some("print.css") => 3,
        _ => 2,
    };
    (rank, relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_first_then_base_and_print_last_whatever_their_folders() {
        let views = Path::new("view");
        let mut names =
            ["view/z/tokens.css", "view/sheet/print.css", "view/list/list.css", "view/a.css", "view/z/base.css"];
        names.sort_by_key(|name| place(views, Path::new(name)));
        assert_eq!(
            names,
            ["view/z/tokens.css", "view/z/base.css", "view/a.css", "view/list/list.css", "view/sheet/print.css"]
        );
    }
}
