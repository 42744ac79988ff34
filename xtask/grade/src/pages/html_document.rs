//! The HTML document around the text of every page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// What all pages look alike by.
const STYLE: &str = include_str!("style.css");

/// A page under this title. It may load nothing at all, and run `script` only, which is ours.
pub(super) fn page(title: &str, style: &str, script: Option<&str>, body: Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body {
                (body)
                @if let Some(script) = script {
                    script { (PreEscaped(script)) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// What a browser may do for the page. Whatever a student had slipped in would neither run, since its
/// digest is another, nor reach anybody.
fn policy(script: Option<&str>) -> String {
    // Styles are open to all, for the pictures bring theirs along, and what styles could load is
    // forbidden.
    let mut policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'"
            .to_owned();
    if let Some(script) = script {
        let digest = STANDARD.encode(Sha256::digest(script));
        policy.push_str(&format!("; script-src 'sha256-{digest}'"));
    }
    policy
}
