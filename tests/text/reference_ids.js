#!/usr/bin/env node
// Writes tests/text/reference: five small tokenizers of ours in the layouts of Llama 3, Qwen 2, SmolLM2 and two that
// published files do not have, each with texts and the ids that Hugging Face's tokenizers gives them.
//   npm install tokenizers && NODE_PATH=node_modules tests/text/reference_ids.js FOLDER        (made with 0.23.2)
'use strict';
const fs = require('fs'), path = require('path');
const {Tokenizer} = require('tokenizers');

const anyCase = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
const rest = '| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+';
const llama3 = anyCase + '\\p{N}{1,3}' + rest, qwen2 = anyCase + '\\p{N}' + rest;

const atoms = ["'s", "'T", "'Re", "'LL", "'\u017f", "'", 'a', 'B', 'the', ' the', 'Hello', "I'm", "CAN'T", '\u2019s', ' ', '  ',
    '    ', '\n', '\r\n', '\r', '\n\n', ' \n ', '\t', '\u00a0', '\u3000', '\u2028', '\u0085', '\u200b', '\u200d', '\ufeff', '1',
    '12', '1234567', '\u0663\u0664', '\u00bd', '\u2167', '\u00b2', '!', '...', ' ?!', '/', '\\frac{1}{2}', '$x^2$', 'e\u0301',
    '\u00e9', 'e\u0323\u0302', '\u0301', '\u0345', 'q\u0307\u0323', '\ufb01', '\u212b', '\u2126', '\u65e5\u672c\u8a9e',
    '\ud55c\uad6d', '\u1112\u1161\u11ab', '\uac01\u11a8', '\u0939\u093f\u0928\u094d\u0926\u0940', '\u0958', '\u0915\u093c',
    '\u0e44\u0e17\u0e22', '\u0627\u0644', '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}', '\u{1F44D}\u{1F3FD}', '\u{1F1E9}\u{1F1EA}',
    '\u{1D4B3}', '\u{2EBF0}', '\u{10D40}', '\u{11935}\u{11930}', '\u0897\u0301', '\u0f71\u0f73', '=\u0338', '\uf900',
    '<|end|>', '<|begin|>', '<|end', '<mark>', ' <mark> ', '[l]', '  [l] ', '[r]  ', 'wordy', ' wordy ', 'wordys', 'e\u0301z',
    '\u0000', '\u0007', '\u00df', '\u0130', '\ue000', '\u{10ffff}', '1,000', '1e-5', 'aaaaaaaaaaaaaaaaaaa', 'ananas bananas'];

let seed = 1;
function random(n) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed >>> 8) / 0x800000 * n);
}
function someText() {
    let text = '';
    for (let k = 1 + random(9); k > 0; --k)
        text += atoms[random(atoms.length)];
    return text;
}

// Byte symbols, and merges by how often pairs stand side by side in some texts.
const symbol = [];
for (let b = 0, next = 256; b < 256; ++b)
    symbol.push(String.fromCharCode((b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174 ? b : next++));
function someMerges(count) {
    let words = [];
    for (let i = 0; i < 300; ++i)
        words.push(...someText().split(/<\|?\w*\|?>?|\[l\]|\[r\]|wordys?|(?= )/).map(w => [...Buffer.from(w)].map(b => symbol[b])));
    const merges = [];
    while (merges.length < count) {
        const found = new Map();
        for (const word of words)
            for (let i = 0; i + 1 < word.length; ++i)
                found.set(word[i] + ' ' + word[i + 1], (found.get(word[i] + ' ' + word[i + 1]) || 0) + 1);
        const [left, right] = [...found].reduce((a, b) => b[1] > a[1] ? b : a)[0].split(' ');
        merges.push([left, right]);
        for (const word of words)
            for (let i = 0; i + 1 < word.length; ++i)
                if (word[i] === left && word[i + 1] === right)
                    word.splice(i, 2, left + right);
    }
    return merges;
}
const merges = someMerges(260);

function tokenizer(pre, changes, extra) {
    const vocab = {};
    let id = 0;
    const special = {single_word: false, lstrip: false, rstrip: false, normalized: false, special: true};
    const added = [];
    for (const token of changes.first || []) {
        added.push({id, content: token, ...special});
        vocab[token] = id++;
    }
    for (const s of changes.symbols || symbol)
        vocab[s] = id++;
    const own = (changes.merges || merges).filter(([a, b]) => (a in vocab) && (b in vocab) && ((vocab[a + b] ??= id++), true));
    for (const token of changes.last || []) {
        const {content, ...flags} = token;
        added.push({id: id++, content, ...special, ...flags});
    }
    return {version: '1.0', truncation: null, padding: null, added_tokens: added, normalizer: null, pre_tokenizer: pre,
        post_processor: null, decoder: {type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true}, ...extra,
        model: {type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: null, end_of_word_suffix: null,
            fuse_unk: false, byte_fallback: false, ignore_merges: false, vocab, merges: own.map(m => m.join(' ')), ...changes.model,
            ...(changes.pairs ? {merges: own} : {})}};
}
const byteLevel = {type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false};
const split = (Regex, behavior = 'Isolated', invert = false) => ({type: 'Split', pattern: {Regex}, behavior, invert});
const sequence = (...pretokenizers) => ({type: 'Sequence', pretokenizers});
const marks = [{content: '<|begin|>'}, {content: '<|end|>'}];
const files = {
    llama3: tokenizer(sequence(split(llama3), byteLevel), {last: marks, model: {ignore_merges: true}}, {post_processor: null}),
    qwen2: tokenizer(sequence(split(qwen2), byteLevel), {last: [...marks, {content: '<mark>', special: false}], pairs: true},
        {normalizer: {type: 'NFC'}}),
    smollm2: tokenizer(sequence({type: 'Digits', individual_digits: true}, {...byteLevel, use_regex: true}),
        {first: ['<|begin|>', '<|end|>']}, {}),
    marks: tokenizer(sequence(split(llama3, 'Removed', true), {type: 'Digits', individual_digits: false},
        {...byteLevel, add_prefix_space: true, use_regex: true}),
        {last: [...marks, {content: '[l]', lstrip: true}, {content: '[r]', rstrip: true, special: false},
            {content: '<mark>', lstrip: true, rstrip: true, normalized: true, special: false},
            {content: 'wordy', single_word: true, normalized: true, special: false},
            {content: 'e\u0301z', normalized: true, special: false}]},
        {normalizer: {type: 'Sequence', normalizers: [{type: 'NFC'}]}}),
    unknown: tokenizer({...byteLevel, use_regex: true}, {first: ['<|end|>'], symbols: [...'abnsehtl\u0120'],
        merges: [['a', 'n'], ['\u0120', 't'], ['h', 'e'], ['an', 'an'], ['\u0120t', 'he']],
        model: {unk_token: '<|end|>', fuse_unk: true}}, {}),
};
const begin = files.llama3.added_tokens[0].id, end = files.llama3.added_tokens[1].id;
files.llama3.post_processor = {type: 'Sequence', processors: [{...byteLevel, trim_offsets: false},
    {type: 'TemplateProcessing', single: [{SpecialToken: {id: 'begin', type_id: 0}}, {Sequence: {id: 'A', type_id: 0}}],
        pair: [{Sequence: {id: 'A', type_id: 0}}, {Sequence: {id: 'B', type_id: 1}}],
        special_tokens: {begin: {id: 'begin', ids: [begin, end], tokens: ['<|begin|>', '<|end|>']}}}]};

(async () => {
    for (const [name, content] of Object.entries(files)) {
        const json = JSON.stringify(content);
        const reference = Tokenizer.fromString(json);
        const entries = [], decodings = [];
        for (const text of [...atoms, ...Array.from({length: 160}, someText)]) {
            const plain = [...(await reference.encode(text, null, {addSpecialTokens: false})).getIds()];
            const special = [...(await reference.encode(text, null, {addSpecialTokens: true})).getIds()];
            entries.push({text, ids: plain, ids_special: special, decoded: await reference.decode(plain, false)});
        }
        // Any ids, for characters that tokens cut in pieces: what they decode to, and the ids of that.
        for (let i = 0; i < 80 && name !== 'unknown'; ++i) {
            const ids = Array.from({length: 1 + random(8)}, () => random(reference.getVocabSize()));
            decodings.push({ids, decoded: await reference.decode(ids, false), text_alone: await reference.decode(ids, true)});
        }
        fs.writeFileSync(path.join(process.argv[2], name + '.tokenizer.json'), json + '\n');
        fs.writeFileSync(path.join(process.argv[2], name + '.json'), '[\n' + entries.map(e => JSON.stringify(e)).join(',\n') + '\n]\n');
        if (decodings.length > 0)
            fs.writeFileSync(path.join(process.argv[2], name + '.decodings.json'), JSON.stringify(decodings) + '\n');
    }
})();
