//! What code.js puts beside a number, a website or a list on a screen that many people share: a press, what is said of the
//! code, and the place for it. It has no words of its own.

use maud::{Markup, html};
use signpost_core::texts::key;

use crate::make::pages::voice::Voice;

/// What is taken for a list, then what is taken for a contact: a press beside it, and a place after its line.
pub(super) fn codes(voice: &Voice<'_>) -> Markup {
    let word = |key| voice.word(key);
    html! {
        template #codes {
            div.code {
                button.button type="button" { (word(key::TAKE_CODE)) }
                p { (word(key::TAKE_CODE_HOLDS)) }
                (says(voice))
                figure data-label=(word(key::TAKE_CODE_LABEL)) hidden {
                    figcaption { (word(key::TAKE_CODE_ADDRESS)) " " span {} }
                }
            }
            button.button.quiet type="button" { (word(key::KIOSK_CODE)) }
            div.code {
                (says(voice))
                figure data-label=(word(key::KIOSK_CODE_LABEL)) hidden {}
            }
        }
    }
}

/// What a screen reader hears, and everybody reads, when a code comes and when it goes.
fn says(voice: &Voice<'_>) -> Markup {
    let (shown, gone) = (voice.word(key::KIOSK_CODE_SHOWN), voice.word(key::KIOSK_CODE_GONE));
    html! { span.code-says role="status" data-shown=(shown) data-gone=(gone) {} }
}
