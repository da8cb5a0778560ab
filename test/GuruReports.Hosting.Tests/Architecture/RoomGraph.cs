using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>Which room names types of which other one, read from the source: arguments of generic types are names like all others.</summary>
internal static partial class RoomGraph
{
    /// <summary>Returns each use of another room's type; a room is a folder, its path relative to the folder that holds the rooms, empty for that folder itself.</summary>
    public static IEnumerable<(string From, string To, string Use)> Arrows(IReadOnlyList<(string Room, string Path, string Code)> files)
    {
        var declared = files
            .SelectMany(file => Declarations().Matches(file.Code).Select(match => (Name: match.Groups["name"].Value, file.Room, Namespace: NamespaceOf(file.Code))))
            .ToLookup(type => type.Name);
        foreach (var (room, path, code) in files)
        {
            var visible = Usings().Matches(code).Select(match => match.Groups["name"].Value).Concat(Ancestors(NamespaceOf(code))).ToHashSet();
            foreach (var (qualifier, name) in Names().Matches(code).Select(match => (match.Groups["of"].Value, match.Groups["name"].Value)).Distinct())
            {
                foreach (var type in declared[name].Where(type => type.Room != room && IsMeant(qualifier, type.Namespace, visible)))
                {
                    yield return (room, type.Room, $"{path} names {name}");
                }
            }
        }
    }

    private static bool IsMeant(string qualifier, string space, HashSet<string> visible) =>
        qualifier.Length == 0 ? visible.Contains(space) : space == qualifier || space.EndsWith("." + qualifier, StringComparison.Ordinal);

    private static string NamespaceOf(string code) => Namespaces().Match(code).Groups["name"].Value;

    private static IEnumerable<string> Ancestors(string space)
    {
        for (var rest = space; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('.'))])
        {
            yield return rest;
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^(\[[^\n]*\]\s*)?(public|internal) [\w ]*?\b(class|struct|record|interface|enum) ((struct|class) )?(?<name>\w+)|^(public|internal) [\w ]*?delegate [\w<>?.]+ (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<![\w.])((?<of>\w+(\.\w+)*)\.)?(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
