//! The entry of the widget.

fn main() {
    parent_signpost::run();
}
