#!/usr/bin/env python3
"""Throughput of the corruptions: this project against the same steps written with NumPy, SciPy, OpenCV and the like.

The libraries are those of the published generator (Hendrycks and Dietterich, ICLR 2019) in Debian's versions; every
line was written from a description of the steps. The programs take the same pictures, and turns: ours, Python, ours …
Medians of images per second and of the ratio ours / Python are printed, by the clock with one and with two threads
(Python: processes), and by CPU time with one, which other work on the machine disturbs less. Before that the results
are compared: deterministic corruptions pixel by pixel, the others by how far they move the grey levels.

    /usr/bin/python3 tests/bench/reference_corruptions.py build/release/bin/collapse-lab-cli FOLDER [SEVERITY]

FOLDER and the folders in it hold JPEG pictures, best not of 256 pixels a side, which Pillow need not resize; severity 3
unless another is given. Python is spared what it need not do: newer, faster random numbers, drawn at once for glass
blur, frost's pictures read once, results left where they were made, fewer pictures where it is slow. Ends with 77
(skipped) where python3-numpy, -scipy, -skimage, -opencv, -pil or -wand is absent.
"""
import io
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MAGICK_THREAD_LIMIT="1")
try:
    import cv2
    import numpy as np
    from PIL import Image
    from scipy import ndimage
    from skimage import color, filters, util
    from wand.image import Image as WandImage
except ImportError as error:
    print(f"skipped: {error.name} is not installed")
    sys.exit(77)

COUNT, ROUNDS = 24, 3
TABLES = pathlib.Path(__file__).resolve().parents[2] / "core/image/corruption_tables.h"
DETERMINISTIC = "defocus_blur zoom_blur brightness contrast pixelate jpeg_compression gaussian_blur saturate".split()


def read_tables(severity):
    """The published parameters: [{corruption: numbers} for 32 pixels, the same for 224]."""
    text = TABLES.read_text().replace("SpatterMode::water", "0").replace("SpatterMode::mud", "1")
    rows = [{"none": []}, {"none": []}]
    for name, body in re.findall(r"constexpr Table<\w+> (\w+) = (.*?);", text, re.DOTALL):
        table = json.loads(re.sub(r"(\w+(<\w+>)?)?\{", "[", body).replace("}", "]"))
        for row, severities in zip(rows, table):
            row[name] = np.atleast_1d(severities[severity - 1]).tolist()
    return rows


def smoothed(x, sigma, **options):
    return filters.gaussian(x, sigma, channel_axis=2 if x.ndim == 3 else None, **options)


def zoomed(x, factor):
    """The middle of x, enlarged to the size of x."""
    side = len(x)
    crop = int(np.ceil(side / factor))
    start = (side - crop) // 2
    large = ndimage.zoom(x[start : start + crop, start : start + crop], (factor, factor, 1)[: x.ndim], order=1)
    start = (len(large) - side) // 2
    return large[start : start + side, start : start + side]


def smeared(eight_bits, radius, sigma, angle):
    with WandImage.from_array(eight_bits) as picture:
        picture.motion_blur(radius, sigma, angle)
        return np.array(picture)


def clipped(x):
    return (np.clip(x, 0, 1) * 255).astype(np.uint8)


class Corruptions:
    """One each: x is [N, N, 3], 0 … 1, but 8 bits for those of IN_BYTES. Frost is noise as large as this project's."""
    IN_BYTES = {"motion_blur", "frost", "pixelate", "jpeg_compression"}
    random = np.random.default_rng(0)
    ice = {224: list(random.integers(0, 256, (5, 576, 768, 3), np.uint8))}
    ice[32] = [cv2.resize(picture, None, fx=0.2, fy=0.2) for picture in ice[224]]

    def __call__(self, name, image, parameters):
        if name in self.IN_BYTES:
            return getattr(self, name)(image, *parameters)
        return image if name == "none" else clipped(getattr(self, name)(image / 255, *parameters))

    gaussian_noise = lambda self, x, sigma: x + self.random.normal(0, sigma, x.shape)
    shot_noise = lambda self, x, photons: self.random.poisson(x * photons) / photons
    impulse_noise = lambda self, x, share: util.random_noise(x, "s&p", seed=self.random, amount=share)
    speckle_noise = lambda self, x, sigma: x + x * self.random.normal(0, sigma, x.shape)
    gaussian_blur = lambda self, x, sigma: smoothed(x, sigma)
    motion_blur = lambda self, image, radius, sigma: smeared(image, radius, sigma, self.random.uniform(-45, 45))

    def defocus_blur(self, x, radius, sigma):
        reach, size = (8, (3, 3)) if radius <= 8 else (radius, (5, 5))
        rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1]
        disc = (rows**2 + columns**2 <= radius**2).astype(np.float32)
        return cv2.filter2D(x, -1, cv2.GaussianBlur(disc / disc.sum(), size, sigma))

    def glass_blur(self, x, sigma, delta, passes):
        side, delta = len(x), int(delta)
        pixels = (smoothed(x, sigma) * 255).astype(np.uint8).reshape(-1, 3).tolist()
        line = np.arange(side - delta, delta, -1)
        targets = (line[:, None] * side + line).ravel()
        for _ in range(int(passes)):
            dx, dy = self.random.integers(-delta, delta, (2, len(targets)))
            for target, source in zip(targets.tolist(), (targets + dy * side + dx).tolist()):
                pixels[target] = pixels[source]
        return smoothed(np.array(pixels).reshape(x.shape) / 255, sigma)

    def zoom_blur(self, x, step, count):
        x = x.astype(np.float32)
        return sum((zoomed(x, 1 + i * ((1 + step) - 1)) for i in range(int(count))), x) / (count + 1)

    def snow(self, x, mean, deviation, factor, threshold, radius, sigma, weight):
        x = x.astype(np.float32)
        layer = zoomed(self.random.normal(mean, deviation, x.shape[:2]), factor)
        layer[layer < threshold] = 0
        layer = smeared(clipped(layer), radius, sigma, self.random.uniform(-135, -45)) / 255
        grey = cv2.cvtColor(x, cv2.COLOR_RGB2GRAY)[..., None]
        return weight * x + (1 - weight) * np.maximum(x, 1.5 * grey + 0.5) + layer + np.rot90(layer, 2)

    def frost(self, image, weight, frost_weight):
        side = len(image)
        ice = self.ice[side][self.random.integers(5)]
        top, left = self.random.integers(len(ice) - side), self.random.integers(ice.shape[1] - side)
        ice = ice[top : top + side, left : left + side]
        return np.clip(weight * image + frost_weight * ice, 0, 255).astype(np.uint8)

    def fog(self, x, strength, decay):
        side = 32 if len(x) == 32 else 256
        height, step, wibble = np.zeros((side, side)), side, 100.0
        while step >= 2:  # diamond-square, wrapping around
            half = step // 2
            corner = height[::step, ::step]
            wobble = wibble * self.random.uniform(-wibble, wibble, (3, *corner.shape))
            pair = corner + np.roll(corner, -1, 0)
            centre = (pair + np.roll(pair, -1, 1)) / 4 + wobble[0]
            height[half::step, half::step] = centre
            beside = corner + np.roll(corner, -1, 1) + centre + np.roll(centre, 1, 0)
            height[::step, half::step] = beside / 4 + wobble[1]
            height[half::step, ::step] = (pair + centre + np.roll(centre, 1, 1)) / 4 + wobble[2]
            step, wibble = half, wibble / decay
        haze = strength / np.ptp(height) * (height - height.min())[: len(x), : len(x), None]
        return (x + haze) * (x.max() / (x.max() + strength))

    def brightness(self, x, shift):
        hue, saturation, value = np.moveaxis(color.rgb2hsv(x), 2, 0)
        return color.hsv2rgb(np.stack([hue, saturation, np.clip(value + shift, 0, 1)], 2))

    def saturate(self, x, factor, offset):
        hue, saturation, value = np.moveaxis(color.rgb2hsv(x), 2, 0)
        return color.hsv2rgb(np.stack([hue, np.clip(saturation * factor + offset, 0, 1), value], 2))

    def contrast(self, x, factor):
        mean = x.mean((0, 1))
        return (x - mean) * factor + mean

    def elastic_transform(self, x, alpha, sigma, jitter):
        x, size, q = x.astype(np.float32), x.shape[:2], len(x) // 3
        points = len(x) // 2 + np.float32([[q, q], [q, -q], [-q, -q]])
        moved = points + self.random.uniform(-jitter, jitter, points.shape).astype(np.float32)
        x = cv2.warpAffine(x, cv2.getAffineTransform(points, moved), size, borderMode=cv2.BORDER_REFLECT_101)
        noise = self.random.uniform(-1, 1, (2, *size))
        where = np.mgrid[: len(x), : len(x)] + [alpha * smoothed(n, sigma, mode="reflect", truncate=3) for n in noise]
        return np.stack([ndimage.map_coordinates(x[..., c], where, order=1, mode="reflect") for c in range(3)], 2)

    def pixelate(self, image, scale):
        side = int(len(image) * scale)
        return np.array(Image.fromarray(image).resize((side, side), Image.BOX).resize(image.shape[:2], Image.BOX))

    def jpeg_compression(self, image, quality):
        file = io.BytesIO()
        Image.fromarray(image).save(file, "JPEG", quality=quality)
        return np.array(Image.open(file))

    def spatter(self, x, mean, deviation, sigma, threshold, last, mud):
        layer = smoothed(self.random.normal(mean, deviation, x.shape[:2]), sigma)
        layer[layer < threshold] = 0
        if mud:
            mask = smoothed((layer > threshold).astype(float), last)[..., None]
            mask[mask < 0.8] = 0
            return x * (1 - mask) + mask * np.array([63, 42, 20]) / 255
        edges = cv2.Canny((layer * 255).astype(np.uint8), 50, 150)
        distance = np.minimum(cv2.distanceTransform(255 - edges, cv2.DIST_L2, 5), 20)
        relief = cv2.equalizeHist(cv2.blur(distance, (3, 3)).astype(np.uint8))
        relief = cv2.filter2D(relief, cv2.CV_8U, np.float32([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]))
        drops = layer * cv2.blur(relief, (3, 3))
        return x + last / max(drops.max(), 1e-9) * drops[..., None] * np.array([175, 238, 238]) / 255


def fitted(path, side, share):
    """The middle square of a picture; share: its side as a part of the shorter side's."""
    picture = Image.open(path).convert("RGB")
    picture = picture.resize([int(side / share) * n // min(picture.size) for n in picture.size], Image.BICUBIC)
    left, top = round((picture.width - side) / 2), round((picture.height - side) / 2)
    return np.array(picture.crop((left, top, left + side, top + side)))


def work(job):
    section, name, pictures = job
    _, items, parameters = sections[section]
    for item in items[pictures]:
        corruptions(name, item if isinstance(item, np.ndarray) else fitted(item, 224, 0.875), parameters[name])


def python_paces(pool, section, name):
    """Images per second: one process, two processes, one process by CPU time."""
    start = time.perf_counter()
    work((section, name, slice(2)))
    enough = max(6, int(0.8 / (time.perf_counter() - start)))  # for 0.4 s
    count = min(enough, len(sections[section][1]))
    cpu, start = time.process_time(), time.perf_counter()
    work((section, name, slice(count)))
    one, one_cpu = time.perf_counter() - start, time.process_time() - cpu
    start = time.perf_counter()
    pool.map(work, [(section, name, slice(part, count, 2)) for part in range(2)], chunksize=1)
    return [count / seconds for seconds in (one, time.perf_counter() - start, one_cpu)]


def our_paces(program, folder, count, severity, names):
    """The same three of this project, [{corruption: paces} for 32 pixels, 224 pixels, 224 pixels from files]."""
    command = [program, "bench-corruptions", "--pictures", folder, "--images", str(count), "--severity", str(severity)]
    text = subprocess.run(command + ["--corruption", *names], check=True, capture_output=True, text=True).stdout
    rows = [re.findall(r"^(\w+) +(\d+) +(\d+) +(\d+)$", part, re.MULTILINE) for part in text.strip().split("\n\n")]
    return [{name: [float(pace) for pace in paces] for name, *paces in part} for part in rows]


def compare(program, folder, pictures, parameters, severity):
    for kind, group in (("frost", corruptions.ice[224]), ("clean", pictures)):
        (folder / kind).mkdir(parents=True)
        for number, picture in enumerate(group):
            Image.fromarray(picture).save(folder / kind / f"{number}.png")
    names = list(parameters)[1:]
    options = ["--out", folder, "--frost-dir", folder / "frost", "--severity", str(severity), "--corruption", *names]
    subprocess.run([program, "corrupt", folder / "clean", *options], check=True, capture_output=True)
    print(f"\n{len(pictures[0])} pixels, severity {severity}, {len(pictures)} pictures: mean grey levels apart\n")
    print("| corruption | ours − Python | ours − clean | Python − clean |\n|---|---:|---:|---:|")
    for name in names:
        files = [folder / name / str(severity) / f"{number}.png" for number in range(len(pictures))]
        ours = np.array([np.array(Image.open(file)) for file in files], float)
        theirs = np.array([corruptions(name, picture, parameters[name]) for picture in pictures], float)
        apart, *moved = (np.abs(a - b).mean() for a, b in ((ours, theirs), (ours, pictures), (theirs, pictures)))
        print(f"| {name} | {f'{apart:.4f}' if name in DETERMINISTIC else 'random'} | {moved[0]:.2f} | {moved[1]:.2f} |")
        if name in DETERMINISTIC and apart > 0.5:
            sys.exit(f"the two compute different things: {name}")


def print_rates(heading, rates):
    print(f"\n{heading}: images per second, medians of {ROUNDS} turns")
    print("\n| corruption | ours, 1 thread | Python, 1 | ratio | ours, 2 threads | Python, 2 | ratio | ratio, CPU |")
    print("|---|" + 7 * "---:|")
    ratios = {name: np.median([np.divide(*turn) for turn in turns], 0) for name, turns in rates.items()}
    for name, turns in rates.items():
        cells = np.stack([*np.median(turns, 0), ratios[name]], 1).ravel()[[0, 1, 2, 3, 4, 5, 8]]
        print(f"| {name} | " + " | ".join(f"{value:.2f}" if value < 10 else f"{value:.0f}" for value in cells) + " |")
    ratios.pop("none", None)
    for title, values in zip(("one thread", "two threads", "CPU time"), zip(*ratios.values())):
        print(f"\nRatio, {title}: median {np.median(values):.1f}, from {min(values):.2f} to {max(values):.1f}")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    program, severity = sys.argv[1], int((sys.argv + ["3"])[3])
    paths = sorted(path for path in pathlib.Path(sys.argv[2]).rglob("*") if path.suffix.lower() in (".jpg", ".jpeg"))
    if not paths:
        sys.exit(f"no JPEG files in {sys.argv[2]}")
    paths = paths[:: max(1, len(paths) // COUNT)][:COUNT]
    cv2.setNumThreads(1)
    tables = read_tables(severity)
    pictures = [[fitted(path, side, 1) for path in paths] for side in (32, 224)]
    sections.extend([("32×32 pixels in memory", 16 * pictures[0], tables[0]),
                     ("224×224 pixels in memory", pictures[1], tables[1]),
                     ("224×224 pixels, decoded from files, resized and cropped", paths, tables[1])])
    rates = [{name: [] for name in tables[0] if name != "none" or items is paths} for _, items, _ in sections]
    with tempfile.TemporaryDirectory() as name, multiprocessing.get_context("fork").Pool(2) as pool:
        folder = pathlib.Path(name)
        for images, parameters in zip(pictures, tables):
            compare(program, folder / str(len(images[0])), images, parameters, severity)
        (folder / "files").mkdir()
        for number, path in enumerate(paths):
            (folder / "files" / f"{number:04}.jpg").symlink_to(path.resolve())
        for _ in range(ROUNDS):
            ours = our_paces(program, folder / "files", 2 * len(paths), severity, tables[0])
            for section, rate in enumerate(rates):
                for name in rate:
                    rate[name].append((ours[section][name], python_paces(pool, section, name)))
    for (heading, *_), rate in zip(sections, rates):
        print_rates(f"{heading}, severity {severity}, {len(paths)} pictures", rate)


corruptions, sections = Corruptions(), []  # sections: (heading, pictures or files, {corruption: numbers})
main()
