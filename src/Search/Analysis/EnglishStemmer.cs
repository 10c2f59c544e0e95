namespace Purbalingga.Search.Analysis;

/// <summary>
/// The English stemmer of Snowball ("Porter2"), after its published description. Works in place on lower-case letters;
/// the stem is never longer than the word, but for an e put back.
/// </summary>
public static class EnglishStemmer
{
    private const string DoubleLetters = "bdfgmnprt";
    private const string LiEndings = "cdeghkmnrt";

    // The longest suffix decides, so each list is ordered by length
    private static readonly (string Suffix, string Replacement)[] s_step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] s_step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] s_step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl",
        ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> s_leftAfterStep1a = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_exceptionsBySpan =
        s_exceptions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_leftBySpan =
        s_leftAfterStep1a.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stems the word in the first <paramref name="length"/> characters.</summary>
    /// <param name="w">Buffer with at least one character of room behind the word.</param>
    /// <returns>Length of the stem.</returns>
    public static int Stem(Span<char> w, int length)
    {
        if (length <= 2)
        {
            return length;
        }
        if (s_exceptionsBySpan.TryGetValue(w[..length], out var exception))
        {
            exception.CopyTo(w);
            return exception.Length;
        }
        var n = length;
        // a consonant y is written Y until the end
        for (var i = 0; i < n; i++)
        {
            if (w[i] == 'y' && (i == 0 || IsVowel(w[i - 1])))
            {
                w[i] = 'Y';
            }
        }
        var (r1, r2) = Regions(w[..n]);

        n = Step1a(w, n);
        if (!s_leftBySpan.Contains(w[..n]))
        {
            n = Step1b(w, n, r1);
            if (n > 2 && w[n - 1] is 'y' or 'Y' && !IsVowel(w[n - 2]))
            {
                w[n - 1] = 'i';
            }
            n = Step2(w, n, r1);
            n = Step3(w, n, r1, r2);
            n = Step4(w, n, r2);
            n = Step5(w, n, r1, r2);
        }
        for (var i = 0; i < n; i++)
        {
            if (w[i] == 'Y')
            {
                w[i] = 'y';
            }
        }
        return n;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool Ends(ReadOnlySpan<char> w, int n, string suffix) => w[..n].EndsWith(suffix, StringComparison.Ordinal);

    private static (int R1, int R2) Regions(ReadOnlySpan<char> w)
    {
        int r1;
        if (w.StartsWith("gener", StringComparison.Ordinal) || w.StartsWith("arsen", StringComparison.Ordinal))
        {
            r1 = 5;
        }
        else if (w.StartsWith("commun", StringComparison.Ordinal))
        {
            r1 = 6;
        }
        else
        {
            r1 = AfterVowelConsonant(w, 0);
        }
        return (r1, AfterVowelConsonant(w, r1));
    }

    private static int AfterVowelConsonant(ReadOnlySpan<char> w, int from)
    {
        for (var i = from + 1; i < w.Length; i++)
        {
            if (!IsVowel(w[i]) && IsVowel(w[i - 1]))
            {
                return i + 1;
            }
        }
        return w.Length;
    }

    private static bool HasVowel(ReadOnlySpan<char> w)
    {
        foreach (var c in w)
        {
            if (IsVowel(c))
            {
                return true;
            }
        }
        return false;
    }

    private static int Step1a(Span<char> w, int n)
    {
        if (n > 1 && w[n - 1] == '\'')
        {
            n--;
        }
        if (Ends(w, n, "sses"))
        {
            return n - 2;
        }
        if (Ends(w, n, "ied") || Ends(w, n, "ies"))
        {
            return n > 4 ? n - 2 : n - 1;
        }
        if (Ends(w, n, "us") || Ends(w, n, "ss"))
        {
            return n;
        }
        // s goes when a vowel stands earlier than right before it
        return n > 2 && w[n - 1] == 's' && HasVowel(w[..(n - 2)]) ? n - 1 : n;
    }

    private static int Step1b(Span<char> w, int n, int r1)
    {
        if (Ends(w, n, "eedly"))
        {
            return n - 5 >= r1 ? n - 3 : n;
        }
        if (Ends(w, n, "eed"))
        {
            return n - 3 >= r1 ? n - 1 : n;
        }
        var cut = Ends(w, n, "ingly") ? 5 : Ends(w, n, "edly") ? 4 : Ends(w, n, "ing") ? 3 : Ends(w, n, "ed") ? 2 : 0;
        if (cut == 0 || !HasVowel(w[..(n - cut)]))
        {
            return n;
        }
        n -= cut;
        if (Ends(w, n, "at") || Ends(w, n, "bl") || Ends(w, n, "iz"))
        {
            w[n] = 'e';
            return n + 1;
        }
        if (n >= 2 && w[n - 1] == w[n - 2] && DoubleLetters.Contains(w[n - 1], StringComparison.Ordinal))
        {
            return n - 1;
        }
        if (r1 >= n && EndsInShortSyllable(w, n))
        {
            w[n] = 'e';
            return n + 1;
        }
        return n;
    }

    private static bool EndsInShortSyllable(ReadOnlySpan<char> w, int n)
    {
        if (n == 2)
        {
            return IsVowel(w[0]) && !IsVowel(w[1]);
        }
        return n > 2 && !IsVowel(w[n - 3]) && IsVowel(w[n - 2]) && !IsVowel(w[n - 1]) && w[n - 1] is not ('w' or 'x' or 'Y');
    }

    private static int Step2(Span<char> w, int n, int r1)
    {
        foreach (var (suffix, replacement) in s_step2)
        {
            if (!Ends(w, n, suffix))
            {
                continue;
            }
            var stem = n - suffix.Length;
            if (stem < r1
                || (suffix == "ogi" && (stem == 0 || w[stem - 1] != 'l'))
                || (suffix == "li" && (stem == 0 || !LiEndings.Contains(w[stem - 1], StringComparison.Ordinal))))
            {
                return n;
            }
            replacement.CopyTo(w[stem..]);
            return stem + replacement.Length;
        }
        return n;
    }

    private static int Step3(Span<char> w, int n, int r1, int r2)
    {
        foreach (var (suffix, replacement) in s_step3)
        {
            if (!Ends(w, n, suffix))
            {
                continue;
            }
            var stem = n - suffix.Length;
            if (stem < r1 || (suffix == "ative" && stem < r2))
            {
                return n;
            }
            replacement.CopyTo(w[stem..]);
            return stem + replacement.Length;
        }
        return n;
    }

    private static int Step4(Span<char> w, int n, int r2)
    {
        foreach (var suffix in s_step4)
        {
            if (!Ends(w, n, suffix))
            {
                continue;
            }
            var stem = n - suffix.Length;
            return stem < r2 || (suffix == "ion" && (stem == 0 || w[stem - 1] is not ('s' or 't'))) ? n : stem;
        }
        return n;
    }

    private static int Step5(Span<char> w, int n, int r1, int r2)
    {
        if (n > 1 && w[n - 1] == 'e' && (n - 1 >= r2 || (n - 1 >= r1 && !EndsInShortSyllable(w, n - 1))))
        {
            return n - 1;
        }
        return n > 1 && w[n - 1] == 'l' && n - 1 >= r2 && w[n - 2] == 'l' ? n - 1 : n;
    }
}
