"""Writes reference.jsonl.gz: texts and the pieces that tokenizers gives for them.

    pip install tokenizers==0.23.3
    python reference.py

The first line is the vocabulary, each further one [text, cased, uncased], where cased and uncased are
[ids, starts, lengths], each id after the first and each start as its difference to the one before.
"""

import gzip
import json
import os
import random

import tokenizers
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

VERSION = "0.23.3"
assert tokenizers.__version__ == VERSION, tokenizers.__version__

SENTENCES = """
The quick brown fox doesn't jump over 13 lazy dogs; it's 3.5% faster, isn't it? (Yes: "co-operate" naïve café!)
Der Bundestag hat am 24. März über Straßenverkehrsgesetze abgestimmt – Größe, Übermaß und ÄÖÜ ẞ.
L'Assemblée nationale a adopté, à l'unanimité, la réforme des retraites ; « déjà vu », cœur, où ça ?
El Congreso aprobó ayer la ley de educación. ¿Qué dirá el señor Núñez? ¡Ojalá mañana llueva en Logroño!
Il Presidente della Repubblica è intervenuto: perché non c'è più libertà? Così va, là e qui.
O Presidente não comparecerá à votação amanhã; três milhões de brasileiros, coração, avó e avô.
De Tweede Kamer stemde gisteren over het coördinatieplan; één reünie, ĳsvrij en Ĳsland.
Statsministern sade i går att Ångström och åäö ÅÄÖ är svåra för många människor.
Statsministeren sa på tirsdag at blåbærsyltetøy og Ærø koster femti kroner. Fjellhøyde: 2 469 m.
Eduskunta hyväksyi lain äänin 120–68, mutta hääyöaie ja Ääninen eivät järkyttäneet ketään.
Þingið samþykkti frumvarpið í gær; ðæmi, Þórður og Ísafjörður, öllum til ánægju.
Sejm przyjął ustawę większością głosów: zażółć gęślą jaźń, Łódź, Żywiec, źdźbło.
Poslanecká sněmovna schválila zákon. Příliš žluťoučký kůň úpěl ďábelské ódy, ŘÍP.
Národná rada schválila zákon; vôľa, ľud, dĺžeň, stĺpec, kŕdeľ ďatľov, Ľubľana.
Az Országgyűlés elfogadta a törvényt: árvíztűrő tükörfúrógép, Őrség, Űrhajó.
Camera Deputaților a votat legea; știință, țară, înțelegere, Şerban şi ţine, ÎÂĂ.
Sabor je usvojio zakon: čaša, ćevapi, đak, šuma, žaba, ǆep, Ǉubav, ǌegov.
Народна скупштина је усвојила закон; љубав, њива, џеп, ћирилица, ђак, ЈЉЊ.
Государственная дума приняла закон; ёлка, объём, Йошкар-Ола, ЁЖИК и т. д. № 5.
Верховна Рада ухвалила закон: їжак, ґанок, єдність, Їжа, об'єкт, Ґудзик.
Народното събрание прие закона; ѝ, щъркел, ЪГЪЛ, бългaрски език.
Η Βουλή των Ελλήνων ψήφισε τον νόμο· ΌΣΟΣ ΚΌΣΜΟΣ, σοφός, ΐ, ΰ, ᾧ, ἄνθρωπος, Ὀδυσσεύς;
Türkiye Büyük Millet Meclisi İstanbul'da IĞDIR ılık ışık İĞNE şğüöç kanunu kabul etti.
Milli Məclis qanunu qəbul etdi: Əliyev, çörək, İçərişəhər, ığ.
Quốc hội đã thông qua luật: người Việt Nam, Đường phố, nghệ thuật, ỨNG DỤNG, ễ ặ ở.
Seimas priėmė įstatymą: ąžuolas, žąsis, Šiauliai, ūkininkė, i̇̀ J̃.
Saeima pieņēma likumu: ķirbis, ģimene, Ņina, šķērslis, ļaudis.
Riigikogu võttis seaduse vastu: jäääär, õunapuu, Šveits, öö.
Գերագույն խորհուրդը ընդունեց օրենքը. և, Երևան, ՀԱՅԱՍՏԱՆ։ Ինչո՞ւ։
პარლამენტმა კანონი მიიღო; საქართველო, ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ, თბილისი, Ⴀⴀ.
אישרה הכנסת את החוק; שָׁלוֹם עֲלֵיכֶם, צה״ל, ירושלים־תל־אביב, בְּרֵאשִׁית.
أقر البرلمان القانون؛ اَلسَّلَامُ عَلَيْكُمْ، إسرائيل، مؤتمر، الأول ٢٠٢٤، لا إله؟
مجلس قانون را تصویب کرد؛ می‌خواهم، گچ پژ، کتاب‌های ۱۴۰۲، خانهٔ.
قومی اسمبلی نے قانون منظور کیا۔ ہے، ٹھیک، ڑ، ے، ئ، ۂ۔
संसद ने क़ानून पारित किया। हिन्दी, कर्म, ज़रूर, फ़िल्म, क्षत्रिय, १२३॥
জাতীয় সংসদ আইন পাস করেছে। বাংলা, কো, কৌ, ড়, য়, ৎ।
ਸੰਸਦ ਨੇ ਕਾਨੂੰਨ ਪਾਸ ਕੀਤਾ। ਪੰਜਾਬੀ, ਸ਼ੇਰ, ਖ਼ਬਰ।
நாடாளுமன்றம் சட்டத்தை நிறைவேற்றியது. தமிழ், கொ, கோ, கௌ, ஸ்ரீ.
పార్లమెంటు చట్టాన్ని ఆమోదించింది. తెలుగు, కై, ప్రభుత్వం.
ಸಂಸತ್ತು ಕಾನೂನನ್ನು ಅಂಗೀಕರಿಸಿತು. ಕನ್ನಡ, ಕೀ, ಕೊ, ಕೋ.
പാർലമെന്റ് നിയമം പാസാക്കി. മലയാളം, കൊ, കോ, കൗ, ൻ ർ ൽ.
රජය නීතිය සම්මත කළේය. සිංහල, ශ්‍රී ලංකා, කො, කෝ, ෙ.
รัฐสภาผ่านกฎหมายเมื่อวานนี้ น้ำใจ เก้าอี้ ๑๒๓ ฯลฯ
ສະພາແຫ່ງຊາດໄດ້ຮັບຮອງເອົາກົດໝາຍ ນ້ຳ ໜ້າ.
လွှတ်တော်က ဥပဒေကို အတည်ပြုခဲ့သည်။ မြန်မာ၊ ဦး။
រដ្ឋសភាបានអនុម័តច្បាប់។ ភាសាខ្មែរ ៖ កុំ។
བོད་སྐད་དང་ཡི་གེ། རྫོང་ཁ་ གྷ ཱི ཱུ ཷ ཹ ༄༅།།
የኢትዮጵያ ሕዝብ ተወካዮች ምክር ቤት፡ ሕጉን አጸደቀ።
국회는 어제 법안을 통과시켰다. 한국어, 뷁, 갂, ᄒᆞᆫ글, 닭갈비 3그릇!
国会昨日通过了法律。中华人民共和国,龍龜鱻𠮷𪚥,豈更車,〇〡〢。
国会は昨日、法律を可決した。カタカナ、がぎぐげご、ヴァイオリン、パピプペポ、ﾊﾟﾋﾟ、々〆ヶ「はい」。
立法院通過法案:臺灣、ㄅㄆㄇ、龍蝦、𡈽、﨑。
Rəsmi ƁƊƘ hausa ƴan Ọ̀ṣun Ẹ̀kọ́ Yorùbá ṅ ọ̄ Igbo Ɖevi Ŋutɔ eʋegbe.
Dlatego że ŝ ĉ ĝ ĥ ĵ ŭ Ŝanĝo; Ħal Għaxaq, Żurrieq; ċ ġ ħ ż; gwŷr Ŵyn ŷ.
""".strip().split("\n")

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~¡§«¶·»¿‐‑–—―‘’“”„†•…‰′‹›‽⁂⁰₧€№™〈〉《》【】〜・ー。、！？՚։־׃؛؟۔।॥၊။።፣᠃⸮⸺﹏＿（）［］｛｝𐄀𑁇"
MARKS = ([chr(c) for c in range(0x300, 0x370)]
         + list("়््്ְׁׂٰ֑֖֟ؐؐؐۖ̕ാ็่ັ່ཱིུྲ𝅥𝅮᪰᷀⃐᷶⃝⃠𖫰𞥊゙゚〪𐇽〮〯︠︮ࣔ𐨏𑄀𞀀᳐᳑")
         + list("\u0344\u0f73\u0f75\u0f77\u0f79\u0f81\U0001d15e\U0001d160\U0001d1bb\u302e\u302f\U0001d165\U0001d16d\u09be\u0bbe\u0cd5"))
EMOJI = ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🤦🏿‍♂️", "🇫🇷", "🇺🇸🇩🇪", "❤️", "☎︎", "1️⃣", "#️⃣", "🧑‍💻", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "😀", "🫠", "⌚", "✌🏻"]
CONTROLS = [chr(c) for c in list(range(0, 32)) + [0x7f] + list(range(0x80, 0xa1)) + [0xad, 0x600, 0x61c, 0x6dd, 0x70f, 0x180e]
            + list(range(0x200b, 0x2010)) + list(range(0x2028, 0x202f)) + list(range(0x2060, 0x2070)) + [0xfeff, 0xfff9, 0xfffb, 0xfffc, 0xfffd, 0xfffe, 0x110bd, 0x1d173, 0xe0001, 0xe0041]]
SPACES = [chr(c) for c in [9, 10, 13, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2009, 0x202f, 0x205f, 0x3000]]
CASES = list("İıIiſKÅΣςσẞßǅǈǋǲŉΐΰﬀﬁﬂﬃﬄﬅﬆﬓﬗᾼῼᾳᾶᲐაႠⴀᏸᏰꭰꟊꟋƛⱯɐꞫ𐐀𐐨𐒰𐓘𞤀𞤢𝐀𝔄ℵℶⅠⅰⒶⓐＡａ")


def blocks():
    """Returns the code points in runs of 128, without surrogates, the large planes thinned out."""
    out = []
    for low in range(0, 0x110000, 128):
        if 0xD800 <= low < 0xE000:
            continue
        if 0x30000 <= low and low % 0x4000:
            continue
        out.append([chr(c) for c in range(low, low + 128)])
    return out


def texts(n, seed):
    """Returns n texts, the same number of each kind."""
    rnd = random.Random(seed)
    groups = blocks()
    words = [w for s in SENTENCES for w in s.split()]
    letters = [c for s in SENTENCES for c in s if not c.isspace()]

    def some(items, low, high):
        return [rnd.choice(items) for _ in range(rnd.randint(low, high))]

    def any_char():
        return rnd.choice(rnd.choice(groups))

    def cut(word):
        return word[:rnd.randint(1, len(word))]

    def change(word):
        return rnd.choice([str, str.upper, str.title, cut, str.swapcase])(word)

    kinds = [
        lambda: rnd.choice(SENTENCES) if rnd.random() < 0.3 else cut(rnd.choice(SENTENCES)),
        lambda: " ".join(change(w) for w in some(words, 1, 12)),
        lambda: "".join(change(w) + rnd.choice(["", "-", " ", "", "'", "\u200b"]) for w in some(words, 1, 8)),
        lambda: "".join(some(letters, 1, 30)),
        lambda: "".join(some(rnd.choice(groups), 1, 24)),
        lambda: "".join(any_char() for _ in range(rnd.randint(1, 16))),
        lambda: "a".join(some(rnd.choice(groups), 1, 16)),
        lambda: "".join(rnd.choice(letters) + "".join(some(MARKS, 0, 5)) for _ in range(rnd.randint(1, 8))),
        lambda: "".join(some(MARKS, 1, 12)) + rnd.choice(["", " ", "x"]) + "".join(some(MARKS, 0, 6)),
        lambda: "".join(some(EMOJI + some(letters, 3, 3) + [" "], 1, 8)),
        lambda: "".join(rnd.choice(letters) + "".join(some(CONTROLS, 0, 2)) for _ in range(rnd.randint(1, 14))),
        lambda: "".join(rnd.choice(some(words, 3, 3)) + "".join(some(SPACES, 0, 3)) for _ in range(rnd.randint(1, 6))),
        lambda: "".join(some(list(PUNCTUATION) + some(letters, 6, 6), 1, 24)),
        lambda: "".join(some(CASES, 1, 16)),
        lambda: "".join(change(rnd.choice(words)) + rnd.choice(CASES + MARKS) for _ in range(rnd.randint(1, 5))),
        lambda: "".join(chr(0xAC00 + rnd.randrange(11172)) + rnd.choice(["", "", "ᆨ", "ᅡ", "\u302e"]) for _ in range(rnd.randint(1, 10))),
        lambda: "".join(chr(rnd.choice([0x3400, 0x4e00, 0xf900, 0x20000, 0x2a700, 0x2b820, 0x2f800]) + rnd.randrange(500)) + rnd.choice(["", "", "a", "\u0301", "の"]) for _ in range(rnd.randint(1, 10))),
        lambda: "".join("\u0338" if i % 2 else c for i, c in enumerate(some(list("<>=a≠≮≯∄⊄"), 2, 12))),
        lambda: rnd.choice(["http://www.example.org/a?b=c&d=%C3%A9", "[CLS] x [SEP] [UNK] [MASK]", "me@example.com", "##ing # ##", "3.14e-10", "$1,000.00", "don't", "C++/C#", "a_b__c", "U.S.A.", "\ud55c\u200d", "x\u0301\u0323\u0327"]) + rnd.choice(words),
        lambda: rnd.choice(["a", "é", "ß", "İ", "न", "\u0301", "\u302e", "x\u0301", "한"]) * rnd.choice([49, 50, 51, 99, 100, 101, 102]) + rnd.choice(["", "!", " b"]),
    ]
    return [kinds[i % len(kinds)]() for i in range(n)]


def vocabulary():
    """Returns the letters of the sentences, alone and inside words, and pieces of their words."""
    plain = normalizers.BertNormalizer(lowercase=False).normalize_str
    lower = normalizers.BertNormalizer(lowercase=True).normalize_str
    both = [f(s) for s in SENTENCES for f in (plain, lower)]
    letters = sorted({c for s in both for c in s if not c.isspace()} | set("\u302e\U0001d165😀❤ﬁ"))
    out = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + letters + ["##" + c for c in letters]
    seen = set(out)
    rnd = random.Random(1)
    words = sorted({w for s in both for w, _ in pre_tokenizers.BertPreTokenizer().pre_tokenize_str(s)})
    while len(out) < 3600:
        w = rnd.choice(words)
        i = rnd.randrange(len(w))
        j = rnd.randint(i + 1, len(w))
        piece = ("##" if i else "") + w[i:j]
        if piece not in seen:
            seen.add(piece)
            out.append(piece)
    return out


def tokenizer(vocab, lowercase):
    t = Tokenizer(models.WordPiece({p: i for i, p in enumerate(vocab)}, unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return t


def differences(values):
    return [v - w for v, w in zip(values, [0] + values[:-1])]


def pieces(t, text):
    e = t.encode(text)
    starts = [o[0] for o in e.offsets]
    return [differences(e.ids), differences(starts), [o[1] - o[0] for o in e.offsets]]


def main():
    vocab = vocabulary()
    cased, uncased = tokenizer(vocab, False), tokenizer(vocab, True)
    rows = [vocab] + [[s, pieces(cased, s), pieces(uncased, s)] for s in SENTENCES + texts(3000, 2)]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.jsonl.gz")
    with open(path, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
        for row in rows:
            z.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


if __name__ == "__main__":
    main()
