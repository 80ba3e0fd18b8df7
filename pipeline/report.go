package pipeline

// Report turns tables into files of the published set. It knows tables only, no stage's insides.
type Report struct {
	Name, Doc string
	Needs     []Table
	Write     func(c *Corpus, files *Files) error
}

// Files are the files that a report makes, by their slash path in the output folder.
type Files struct {
	paths []string
	data  map[string][]byte
}

// Add adds a file; a path stands once.
func (f *Files) Add(path string, data []byte) {
	if f.data == nil {
		f.data = map[string][]byte{}
	}
	if _, ok := f.data[path]; ok {
		panic("report writes " + path + " twice")
	}
	f.paths = append(f.paths, path)
	f.data[path] = data
}
