package naming

import (
	"slices"
	"strings"
)

// translated gives the English word for the words that names of parties and unions are made of in other languages, and
// the country for its people and its own name of itself.
var translated = func() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(`party: partei partido parti partito partij partiya partia partisi parti partiet partit
communist: comunista comuniste communiste kommunistische kommunist komunist komunisticka kommunisticheskaya komunistyczna communistische kommunistiska comunist
socialist: socialista socialiste sozialistische socialistische sosyalist socjalistyczna sotsialisticheskaya socialistiska
social democratic: socialdemocrata socialdemocratico socialdemocratica sozialdemokratische sozialdemokratischen
democratic: democratico democratica democratique demokratische demokratik demokratisk demokrat democrata
labour: laborista labor travailliste trabalhista
workers: trabajadores trabalhadores travailleurs ouvrier ouvriere ouvriers arbeiter lavoratori isci obrero obrera obreros operaio rabochaya arbeiders
peasants: campesinos campesino camponeses paysans paysan bauern contadini koylu farmers
peoples: popular populaire popolare volkspartei halk pueblo peuple volks
national: nacional nationale nazionale nationaal milli
republican: republicano republicana republicain republikanische repubblicano cumhuriyet cumhuriyetci
liberal: liberale liberales
christian: cristiano cristiana cristao crista chretien chretienne christliche christlich
conservative: conservador conservadora conservateur konservative
revolutionary: revolucionario revolucionaria revolutionnaire revolutionare rivoluzionario devrimci
islamic: islamico islamique islamische
front: frente fronte cephesi
union: uniao unione birligi
movement: movimiento movimento mouvement bewegung hareketi
league: liga ligue lega
youth: juventud juventude jeunesse jeunesses jugend gioventu genclik
left: izquierda esquerda gauche sinistra linke sol
green: verde verdes verts grune grunen greens verdi
unity: unidad unidade unite einheit unita
liberation: liberacion libertacao befreiung liberazione kurtulus
independence: independencia independance unabhangigkeit
progress: progreso progresso progres fortschritt
federation: federacion federacao federazione foderation
confederation: confederacion confederacao confederazione
general: generale generales geral allgemeine
radical: radicale radikale
france: french francais francaise
spain: spanish espanol espanola espana
portugal: portuguese portugues portuguesa
italy: italian italiano italiana italia
germany: german deutschland deutschlands deutsche deutscher
austria: austrian osterreichs osterreichische
switzerland: swiss suisse
britain: british uk
england: english
scotland: scottish
wales: welsh
ireland: irish
russia: russian rossiyskaya
poland: polish polska
ukraine: ukrainian
hungary: hungarian magyar
romania: romanian
bulgaria: bulgarian
greece: greek
turkey: turkish turkiye turk
iran: iranian
iraq: iraqi
syria: syrian
lebanon: lebanese
egypt: egyptian
israel: israeli
palestine: palestinian
algeria: algerian algerien
tunisia: tunisian
morocco: moroccan
sudan: sudanese
ethiopia: ethiopian
kenya: kenyan
nigeria: nigerian
ghana: ghanaian
india: indian
pakistan: pakistani
bangladesh: bangladeshi
nepal: nepali nepalese
afghanistan: afghan
china: chinese
japan: japanese
korea: korean
vietnam: vietnamese
indonesia: indonesian
malaysia: malaysian
thailand: thai
philippines: philippine filipino
australia: australian
canada: canadian
mexico: mexican mexicano mexicana
brazil: brazilian brasileiro brasileira brasil
argentina: argentine argentinian argentino
chile: chilean chileno chilena
peru: peruvian peruano
bolivia: bolivian boliviano
colombia: colombian colombiano colombiana
venezuela: venezuelan venezolano
cuba: cuban cubano cubana
nicaragua: nicaraguan
norway: norwegian norges norske
sweden: swedish sveriges
denmark: danish danmarks
finland: finnish suomen
netherlands: dutch nederland nederlandse
belgium: belgian belge
yugoslavia: yugoslav
czechoslovakia: czechoslovak
soviet: sovietica sovietique`, "\n") {
		to, words, _ := strings.Cut(line, ": ")
		for _, w := range strings.Fields(words) {
			out[w] = to
		}
	}
	return out
}()

// english is a word of a body's name in English.
func english(w string) string {
	if e, ok := translated[w]; ok {
		return e
	}
	return w
}

// meaning are the words of a body's name in English, in alphabetical order, without the small ones: two languages and two
// ways to put them, "Mirpur University" and "University of Mirpur", come out as one.
func meaning(words []string) string {
	var out []string
	for _, w := range words {
		if !small[w] {
			out = append(out, strings.Fields(english(w))...)
		}
	}
	if len(out) < 2 {
		return ""
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// turned says whether two names have the same words in another order, with no "of" that explains it: the National People's
// Party is not the People's National Party.
func turned(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := slices.Clone(a), slices.Clone(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
