package pipeline

import (
	"bytes"
	"testing"

	"github.com/apache/arrow/go/v15/parquet/compress"
)

func TestSharedEncoder(t *testing.T) {
	codec, err := compress.GetCodec(compress.Codecs.Zstd)
	if err != nil {
		t.Fatal(err)
	}
	shared, ok := codec.(sharedEncoder)
	if !ok {
		t.Fatalf("the writer's codec is %T", codec)
	}
	text := bytes.Repeat([]byte("a page of a column "), 1000)
	got := codec.EncodeLevel(nil, text, compress.DefaultCompressionLevel)
	if want := shared.Codec.EncodeLevel(nil, text, compress.DefaultCompressionLevel); !bytes.Equal(got, want) {
		t.Error("the bytes differ from those of a new encoder")
	}
	if !bytes.Equal(codec.Decode(nil, got), text) {
		t.Error("what was encoded does not come back")
	}
}
