//! A value together with the place it was read from, so that a problem can be shown with its line.

use super::parse;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, Visitor},
};
use std::cell::Cell;
use std::{fmt, marker::PhantomData, ops::Deref, ops::Range};

/// A value of a RON text, and where in that text it stands.
///
/// The place is kept as an address: it means something only together with the very text the value was
/// read from, and [`Located::span`] answers `None` for any other.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    address: usize,
    length: usize,
}

impl<T> Located<T> {
    /// The bytes of `text` this value was read from; `None` if it was read from another text.
    #[must_use]
    pub fn span(&self, text: &str) -> Option<Range<usize>> {
        let start = self.address.checked_sub(text.as_ptr().addr())?;
        let span = start..start.checked_add(self.length)?;
        text.get(span.clone()).map(|_| span)
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Two values are equal wherever they stand.
impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

thread_local! {
    /// Keeping places costs a second look at every value, so it is left out for texts that were checked before.
    static PLACELESS: Cell<bool> = const { Cell::new(false) };
}

/// Reads without keeping places: [`Located::span`] answers `None` for everything read meanwhile.
pub(super) fn without_places<T>(read: impl FnOnce() -> T) -> T {
    let before = PLACELESS.replace(true);
    let value = read();
    PLACELESS.set(before);
    value
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if PLACELESS.get() {
            let value = T::deserialize(deserializer)?;
            return Ok(Self {
                value,
                address: 0,
                length: 0,
            });
        }
        let raw = <&'de ron::value::RawValue>::deserialize(deserializer)?.trim();
        let text = raw.get_ron();
        // The error of the inner text travels inside the outer one: only here is its place still known.
        let value = parse::values(text).map_err(|misread| D::Error::custom(misread.packed()))?;
        Ok(Self {
            value,
            address: text.as_ptr().addr(),
            length: text.len(),
        })
    }
}

/// A map in the order it was written, with every key's place; keys written twice are still here.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(Located<String>, Located<T>)>);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);

        impl<'de, T: DeserializeOwned> Visitor<'de> for InOrder<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Door {
        name: Located<String>,
        #[serde(default)]
        opens: Option<Located<Kind>>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        To(Located<String>),
        Nowhere,
    }

    fn written<T>(text: &str, value: &Located<T>) -> String {
        let span = value.span(text).expect("read from this text");
        text.get(span).expect("whole characters").to_owned()
    }

    #[test]
    fn values_know_where_they_stand_inside_variants_and_after_comments() {
        let text = "[(name: /* ö */ \"a\"),\n (name: \"b\", opens: To( \"é\" )), (name: \"c\", opens: Nowhere)]";
        let doors: Vec<Door> = parse::values(text).expect("good");
        assert_eq!(written(text, &doors[0].name), "\"a\"");
        let opens = doors[1].opens.as_ref().expect("a kind");
        assert_eq!(written(text, opens), "To( \"é\" )");
        let Kind::To(target) = &opens.value else {
            panic!("not a target");
        };
        assert_eq!(written(text, target), "\"é\"");
        assert_eq!(target.span("another text"), None);
    }

    #[test]
    fn without_places_the_values_are_the_same() {
        let text = "[(name: \"a\", opens: To(\"b\"))]";
        let placed: Vec<Door> = parse::values(text).expect("good");
        let bare: Vec<Door> = without_places(|| parse::values(text)).expect("good");
        assert_eq!(placed[0].name, bare[0].name);
        assert_eq!(placed[0].opens, bare[0].opens);
        assert_eq!(bare[0].name.span(text), None);
        assert!(
            parse::values::<Vec<Door>>(text).expect("good")[0]
                .name
                .span(text)
                .is_some()
        );
    }

    #[test]
    fn a_problem_deep_inside_keeps_its_place() {
        let text = "[(name: \"b\", opens: To(\n   7))]";
        let misread = parse::values::<Vec<Door>>(text).expect_err("a number is no name");
        assert_eq!(misread.span(text), Some(27..28), "{misread:?}");
    }

    #[test]
    fn entries_keep_order_and_doubles() {
        let text = "{ \"b\": \"one\", \"a\": \"two\", \"b\": \"three\" }";
        let entries: Entries<String> = parse::values(text).expect("good");
        let keys: Vec<_> = entries.0.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "b"]);
        assert_eq!(written(text, &entries.0[1].0), "\"a\"");
    }
}
