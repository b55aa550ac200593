//! The media types of the files in a release.

/// The `Content-Type` of a file, from its name.
pub(super) fn of(name: &str) -> &'static str {
    match extension(name) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether other origins load this file as code, for which the browser wants their permission.
pub(super) fn is_code(name: &str) -> bool {
    matches!(extension(name), "js" | "mjs" | "wasm" | "css" | "json" | "txt")
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webassembly_has_the_type_that_streaming_needs() {
        assert_eq!(of("app-0011223344556677.wasm"), "application/wasm");
    }

    #[test]
    fn a_file_of_unknown_kind_is_only_bytes() {
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }
}
