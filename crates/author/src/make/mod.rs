//! What is made of a draft without a mistake: [`build`] what the browser fetches, [`pages`] what stands beside the
//! widget, [`map`] what authors look at. [`import`] makes the files of sites of a sheet; [`generate`] makes content that
//! nobody wrote, to measure with. [`embedding`] is what goes to the websites of sites.

pub mod build;
pub mod embedding;
pub mod generate;
pub mod import;
pub mod map;
pub mod pages;
mod uses;
