//! JSON, read without ceremony: what is missing is null, and null has nothing in it.

pub use tinyjson::JsonValue as Json;

static NULL: Json = Json::Null;

/// Looking into JSON.
pub trait Look {
    /// The member called `key`; null when there is none.
    fn at(&self, key: &str) -> &Json;
    /// The elements; none when it is no array.
    fn items(&self) -> &[Json];
    /// The text, when it is one.
    fn text(&self) -> Option<&str>;
    /// The number, when it is a whole one from 0 up to 2⁵³, beyond which JSON's own grow inexact.
    fn whole(&self) -> Option<u64>;
}

impl Look for Json {
    fn at(&self, key: &str) -> &Json {
        match self {
            Json::Object(members) => members.get(key).unwrap_or(&NULL),
            _ => &NULL,
        }
    }

    fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    fn whole(&self) -> Option<u64> {
        let most = (1u64 << 53) as f64;
        match self {
            Json::Number(n) if n.fract() == 0.0 && (0.0..=most).contains(n) => Some(*n as u64),
            _ => None,
        }
    }
}

/// The JSON in `bytes`, if that is what they are.
pub fn parse(bytes: &[u8]) -> Option<Json> {
    str::from_utf8(bytes).ok()?.parse().ok()
}

/// An object of these members.
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// An array of these elements.
pub fn array(items: impl Iterator<Item = Json>) -> Json {
    Json::Array(items.collect())
}

/// A text, or null.
pub fn optional(text: Option<&str>) -> Json {
    text.map_or(Json::Null, |text| Json::String(text.to_owned()))
}
