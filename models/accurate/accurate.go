// Package accurate reads names and sentiment with one fine-tuned transformer encoder (package encoder): the choice where
// exactness matters more than speed. README.md is its model card; models/encoder/train makes its weights.
//
// Names: the labels of words, from windows of whole sentences, so that a sentence is read with its neighbours. Sentiment:
// the polarity of each marked mention of a sentence, read among the sentences around it. Every name of a person or a body is
// replaced by a mark that tells only which of the window's actors it is, so that no name decides.
package accurate

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"hustings/models/encoder"
)

//go:embed model.safetensors
var embedded []byte

// Load returns the model that the package embeds.
var Load = sync.OnceValue(func() *Model {
	m, err := Decode(embedded)
	if err != nil {
		panic("accurate: " + err.Error())
	}
	return m
})

// Model finds names and judges mentions. It is safe for concurrent use.
type Model struct {
	encoder                *encoder.Model
	labels, hidden, scores *encoder.Head
	start, end, unknown    int32
	marks                  []int32 // of the actors of a window
	calibration            calibration
	readers                sync.Pool // of *reader
}

// calibration turns scores into probabilities; it is fitted on passages held out from training.
type calibration struct {
	Names     float64    `json:"names"`     // temperature of the labels
	Sentiment float64    `json:"sentiment"` // temperature of the polarities
	Prior     [3]float64 `json:"prior"`     // added to the scores of negative, neutral, positive
	Prefer    [3]float64 `json:"prefer"`    // the polarity given is that with the largest probability × prefer
}

// marks is the number of actors that a window can tell apart.
const marks = 20

// Decode reads a model file: that of the encoder with the heads "names.out", "sentiment.hidden" and "sentiment.out", and the
// metadata "calibration".
func Decode(data []byte) (*Model, error) {
	e, err := encoder.Load(data)
	if err != nil {
		return nil, err
	}
	m := &Model{encoder: e}
	if err := json.Unmarshal([]byte(e.Metadata("calibration")), &m.calibration); err != nil {
		return nil, fmt.Errorf("calibration: %w", err)
	}
	for name, head := range map[string]**encoder.Head{"names.out": &m.labels, "sentiment.hidden": &m.hidden, "sentiment.out": &m.scores} {
		if *head, err = e.Head(name); err != nil {
			return nil, err
		}
	}
	for name, id := range map[string]*int32{"[CLS]": &m.start, "[SEP]": &m.end, "[UNK]": &m.unknown} {
		var ok bool
		if *id, ok = e.Tokenizer().ID(name); !ok {
			return nil, fmt.Errorf("the vocabulary has no piece %q", name)
		}
	}
	for i := range marks {
		id, ok := e.Tokenizer().ID("[unused" + strconv.Itoa(i+1) + "]")
		if !ok {
			return nil, fmt.Errorf("the vocabulary has fewer than %d unused pieces", marks)
		}
		m.marks = append(m.marks, id)
	}
	m.readers.New = func() any { return &reader{Reader: e.NewReader()} }
	return m, nil
}

// Encoder is the encoder below the heads.
func (m *Model) Encoder() *encoder.Model { return m.encoder }

// together is the number of windows or passages that are read in one go.
const together = 16

// processors bounds how many goroutines read at once, whatever the number of documents that are worked on: to read is all
// computing, and a document's windows do not depend on each other.
var processors = make(chan struct{}, runtime.GOMAXPROCS(0))

// each calls read for stretches of n windows, side by side.
func (m *Model) each(n int, read func(r *reader, from, to int)) {
	var all sync.WaitGroup
	var fault atomic.Value // a panic belongs to the caller's goroutine
	for from := 0; from < n; from += together {
		processors <- struct{}{}
		all.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					fault.Store(fmt.Sprint(p))
				}
				<-processors
			}()
			r := m.readers.Get().(*reader)
			defer m.readers.Put(r)
			read(r, from, min(from+together, n))
		})
	}
	all.Wait()
	if p := fault.Load(); p != nil {
		panic(p)
	}
}

// reader is the memory for reading some windows.
type reader struct {
	*encoder.Reader
	windows []encoder.Sequence
	in, out []float32
}

// window begins a new window.
func (r *reader) window() *encoder.Sequence {
	r.windows = append(r.windows, encoder.Sequence{})
	return &r.windows[len(r.windows)-1]
}

func put(s *encoder.Sequence, id int32, segment, shape uint8) {
	s.IDs, s.Segments, s.Shapes = append(s.IDs, id), append(s.Segments, segment), append(s.Shapes, shape)
}
