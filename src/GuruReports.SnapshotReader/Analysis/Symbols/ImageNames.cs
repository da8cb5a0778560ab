using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Turns the runtime's texts of types and methods into the names of the source, as those of captured frames are.</summary>
internal static class ImageNames
{
    /// <summary>
    /// The method that a state machine was made of: <c>A.B+&lt;Load&gt;d__5</c> → <c>A.B.Load</c>,
    /// <c>A.B+&lt;&lt;Load&gt;g__Inner|1_0&gt;d</c> → <c>A.B.Load+Inner</c>, a lambda → <c>A.B.Load+lambda</c>.
    /// </summary>
    public static string OfStateMachine(string typeName)
    {
        var split = LastPlus(typeName);
        return split < 0 ? typeName : OfMethod(typeName[..split], Unwrap(typeName[(split + 1)..]));
    }

    /// <summary>A method of a type, both as the runtime names them.</summary>
    public static string OfMethod(string typeName, string methodName)
    {
        var type = typeName;
        while (LastPlus(type) is var split and >= 0 && type[split + 1] == '<')
        {
            var inner = type[(split + 1)..];
            type = type[..split];
            if (!CompilerNames.IsClosure(inner))
            {
                // A state machine's own MoveNext: the method is in its type's name.
                return OfMethod(type, Unwrap(inner));
            }
        }

        return $"{ShortArguments(type).Replace('+', '.')}.{CompilerNames.Read(methodName).Name}";
    }

    /// <summary>Type arguments by their simple names: <c>A.Box&lt;System.String&gt;</c> → <c>A.Box&lt;String&gt;</c>.</summary>
    private static string ShortArguments(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? type : type[..open] + ParameterTypes.Shorten(type[open..]);
    }

    /// <summary>The last type argument of a name: the state machine of a box.</summary>
    public static string? LastArgument(string typeName)
    {
        if (!typeName.EndsWith('>'))
        {
            return null;
        }

        var depth = 0;
        for (var i = typeName.Length - 1; i >= 0; i--)
        {
            depth += typeName[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (depth == 0 || (depth == 1 && typeName[i] == ','))
            {
                return typeName[(i + 1)..^1].Trim();
            }
        }

        return null;
    }

    /// <summary><c>&lt;Load&gt;d__5</c> → <c>Load</c>; the name within may itself be one that the compiler made.</summary>
    private static string Unwrap(string name) => CompilerNames.TrySplit(name, out var source, out _, out _) ? source : name;

    /// <summary>The last plus that is not within type arguments.</summary>
    private static int LastPlus(string name)
    {
        var depth = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            switch (name[i])
            {
                case '>':
                    depth++;
                    break;
                case '<':
                    depth--;
                    break;
                case '+' when depth == 0:
                    return i;
                default:
                    break;
            }
        }

        return -1;
    }
}
