//! Logos: whatever was uploaded becomes a small PNG of our own making, so that nothing but pixels is kept.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, imageops::FilterType};

use super::logo_svg;
use crate::error::{Error, Result};

/// The largest logo that is kept, in pixels.
pub const WIDTH: u32 = 480;
/// The largest logo that is kept, in pixels.
pub const HEIGHT: u32 = 240;

/// The largest image that is read, in pixels each way. A small file may hold a huge image.
const LARGEST: u32 = 4_096;
/// What reading one may take, in bytes.
const MEMORY: u64 = 128 << 20;

/// An uploaded logo as a PNG of at most [`WIDTH`] × [`HEIGHT`]. It takes a while: not for the event loop.
///
/// # Errors
/// `validation_failed` for anything that is no readable PNG, JPEG, WebP or SVG.
pub fn normalise(bytes: &[u8]) -> Result<Vec<u8>> {
    let image = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => {
            shrink(read(bytes, format)?)
        }
        _ if logo_svg::is_svg(bytes) => logo_svg::draw(bytes)?,
        _ => {
            return Err(refused(
                "unsupported",
                "must be a PNG, JPEG, WebP or SVG image",
            ));
        }
    };
    let mut png = Cursor::new(Vec::new());
    image
        .write_to(&mut png, ImageFormat::Png)
        .map_err(Error::internal)?;
    Ok(png.into_inner())
}

/// A refusal of the uploaded file.
pub fn refused(code: &'static str, detail: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::field("/file", code, detail)
}

/// The image, the way up that its camera meant.
fn read(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage> {
    let unreadable = |_| {
        refused(
            "unreadable",
            "is damaged, or larger than 4,096 pixels each way",
        )
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let orientation = decoder.orientation().map_err(unreadable)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn shrink(image: DynamicImage) -> DynamicImage {
    let image = if image.width() > WIDTH || image.height() > HEIGHT {
        image.resize(WIDTH, HEIGHT, FilterType::Lanczos3)
    } else {
        image
    };
    DynamicImage::ImageRgba8(image.into_rgba8())
}

#[cfg(test)]
mod tests {
    use image::RgbaImage;

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let image = DynamicImage::ImageRgba8(RgbaImage::new(width, height));
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn size(png: &[u8]) -> (u32, u32) {
        let image = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap();
        (image.width(), image.height())
    }

    #[test]
    fn large_images_shrink_and_small_ones_stay() {
        assert_eq!(size(&normalise(&png(960, 960)).unwrap()), (240, 240));
        assert_eq!(size(&normalise(&png(2_000, 10)).unwrap()), (480, 2));
        assert_eq!(size(&normalise(&png(30, 20)).unwrap()), (30, 20));
    }

    #[test]
    fn huge_damaged_and_other_files_are_refused() {
        let whole = png(100, 100);
        for (bytes, code) in [
            (png(4_097, 1), "unreadable"),
            (whole[..whole.len() / 2].to_vec(), "unreadable"),
            (b"GIF89a".to_vec(), "unsupported"),
            (b"hello".to_vec(), "unsupported"),
            (Vec::new(), "unsupported"),
        ] {
            let error = normalise(&bytes).unwrap_err();
            assert_eq!(error.field_errors()[0].code, code);
        }
    }
}
