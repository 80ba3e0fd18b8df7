package read

// Merged gives, of every actor that rules merge into another, the one that it is at last. A circle, which a file cannot
// have, ends somewhere in it.
func Merged(rules []Rule) map[string]string {
	into, out := map[string]string{}, map[string]string{}
	for _, r := range rules {
		if _, ok := into[r.OtherID]; r.Rule == "merge" && !ok && r.OtherID != r.EntityID {
			into[r.OtherID] = r.EntityID
		}
	}
	for _, r := range rules {
		if r.Rule != "merge" {
			continue
		}
		var path []string
		on := map[string]bool{}
		id := r.OtherID
		for {
			if last, ok := out[id]; ok {
				id = last
				break
			}
			to, ok := into[id]
			if !ok || on[id] {
				break
			}
			on[id] = true
			path = append(path, id)
			id = to
		}
		for _, p := range path {
			if p != id {
				out[p] = id
			}
		}
	}
	return out
}
