//! The entry of the widget.

/// Where the widget's memory comes from.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    parent_signpost::run();
}
