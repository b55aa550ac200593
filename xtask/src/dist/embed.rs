//! The line that any website can add: its script under a name that stays and under one of its own hash, and the lines to
//! copy.

use std::path::Path;

use anyhow::Result;

use super::{finish, page::Part};

/// The script of `public/`, and its name in every release.
pub(super) const SCRIPT: &str = "embed.js";

/// Where the lines to copy are.
const LINES: &str = "embed.txt";

/// Writes the script twice, and the lines. Gives the one under its hash.
pub(super) fn write(script: &str, out: &Path) -> Result<Part> {
    finish::write(&out.join(SCRIPT), script.as_bytes())?;
    let version = finish::put(script.as_bytes(), "embed", "js", out)?;
    finish::write(&out.join(LINES), lines(&version.name, &version.integrity).as_bytes())?;
    Ok(version)
}

fn lines(name: &str, integrity: &str) -> String {
    format!(
        "Put the address of this folder in the place of https://help.example.org/signpost/.\n\n\
         Always the newest version:\n\n\
         <script type=\"module\" src=\"https://help.example.org/signpost/{SCRIPT}\"></script>\n{ELEMENT}\n\n\
         This version and no other, checked by the browser:\n\n\
         <script type=\"module\" src=\"https://help.example.org/signpost/{name}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\"></script>\n{ELEMENT}\n"
    )
}

const ELEMENT: &str = "<parent-signpost><a href=\"https://help.example.org/signpost/\">Find help that fits your family\
    </a></parent-signpost>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_name_the_script_that_stays_and_the_one_with_its_digest() {
        let lines = lines("embed-0123456789abcdef.js", "sha384-x");
        assert!(lines.contains("signpost/embed.js\"></script>"), "{lines}");
        assert!(lines.contains("signpost/embed-0123456789abcdef.js\" integrity=\"sha384-x\" crossorigin"), "{lines}");
        assert_eq!(lines.matches(ELEMENT).count(), 2);
    }
}
