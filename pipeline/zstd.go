package pipeline

import (
	_ "unsafe" // for linkname

	"github.com/apache/arrow/go/v15/parquet/compress"
)

// Arrow's Parquet writer makes a new zstd encoder, with all its tables, for every page of every column: two thirds of
// the time of writing small files, and as many encoders each time as there are processors. Its codec has an encoder
// that is made once and shared, but the writer never calls it, and codecs cannot be registered from outside; so the
// codec is replaced here by one that does. The bytes are the same. TestSharedEncoder fails when a release of Arrow
// makes this void.
//
//go:linkname codecs github.com/apache/arrow/go/v15/parquet/compress.codecs
var codecs map[compress.Compression]compress.Codec

type sharedEncoder struct{ compress.Codec }

func (c sharedEncoder) EncodeLevel(dst, src []byte, _ int) []byte { return c.Encode(dst, src) }

func init() {
	codecs[compress.Codecs.Zstd] = sharedEncoder{codecs[compress.Codecs.Zstd]}
}
