namespace GuruReports.Inspection.Vocabulary;

/// <summary>Reads the names that the C# compiler makes: <c>&lt;Load&gt;d__3</c>, <c>&lt;Load&gt;b__1_0</c>, <c>&lt;Load&gt;g__Local|1_0</c>.</summary>
internal static class CompilerNames
{
    /// <summary>Splits a made name into the name between the brackets, the letter of its kind and what follows the double underscore.</summary>
    public static bool TrySplit(string name, out string source, out char kind, out string rest)
    {
        source = rest = "";
        kind = '\0';
        if (name.Length < 4 || name[0] != '<')
        {
            return false;
        }

        // The source name may hold brackets itself: a lambda in a local function is <<Load>g__Local|1>b__0.
        var depth = 0;
        var close = -1;
        for (var index = 0; index < name.Length; index++)
        {
            depth += name[index] == '<' ? 1 : name[index] == '>' ? -1 : 0;
            if (depth == 0)
            {
                close = index;
                break;
            }
        }

        if (close < 0 || close + 1 >= name.Length)
        {
            return false;
        }

        source = name[1..close];
        kind = name[close + 1];
        var underscores = name.IndexOf("__", close, StringComparison.Ordinal);
        rest = underscores < 0 ? "" : name[(underscores + 2)..];
        return true;
    }

    /// <summary>Returns whether a type holds the captured variables of lambdas and is no type of the source.</summary>
    /// <param name="name">The type's own name.</param>
    public static bool IsClosure(string name) => name.StartsWith("<>c", StringComparison.Ordinal);

    /// <summary>Reads a type's name: that of a state machine is the name of the method that it was made of.</summary>
    public static string ReadType(string name) =>
        TrySplit(name, out var source, out var kind, out _) && kind == 'd' ? Read(source).Name : name;

    /// <summary>Reads a method's name: a lambda, a local function, or a plain name.</summary>
    public static (string Name, NameKind Kind) Read(string name)
    {
        if (!TrySplit(name, out var source, out var kind, out var rest))
        {
            return (name, NameKind.Plain);
        }

        if (kind is not ('b' or 'g'))
        {
            return source.Length > 0 ? (source, NameKind.Plain) : (name, NameKind.Plain);
        }

        // What the lambda stands in may be a lambda or a local function itself.
        var outer = Read(source).Name;
        if (kind == 'b')
        {
            return (outer + "+lambda", NameKind.Lambda);
        }

        var bar = rest.IndexOf('|', StringComparison.Ordinal);
        var local = bar < 0 ? rest : rest[..bar];

        // The call itself, which the interop source generator wraps in the method that the source declares.
        return local == "__PInvoke" ? (outer, NameKind.Plain) : (outer + "+" + local, NameKind.LocalFunction);
    }
}
