//! The browser's own reader of JSON.

use js_sys::{Array, JSON, Object};
use signpost_core::json::Json;
use wasm_bindgen::prelude::*;

/// No record of ours is deeper.
const DEEPEST: u32 = 64;

/// Reads a text; `None` where it is no JSON.
pub fn read(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(|value| tree(&value, DEEPEST))
}

fn tree(value: &JsValue, deep: u32) -> Json {
    let Some(deep) = deep.checked_sub(1) else { return Json::Null };
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(flag) = value.as_bool() {
        Json::Flag(flag)
    } else if let Some(number) = value.as_f64() {
        whole(number)
    } else if Array::is_array(value) {
        Json::List(Array::from(value).iter().map(|one| tree(&one, deep)).collect())
    } else {
        value.dyn_ref().map_or(Json::Null, |object| members(object, deep))
    }
}

/// Whole numbers up to where numbers of a browser are whole no more.
fn whole(number: f64) -> Json {
    let is_whole = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    if is_whole { Json::Whole(number as i64) } else { Json::Null }
}

fn members(object: &Object, deep: u32) -> Json {
    let member = |entry: JsValue| {
        let entry = Array::from(&entry);
        (entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), deep))
    };
    Json::Object(Object::entries(object).iter().map(member).collect())
}
