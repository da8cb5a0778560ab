using System.Reflection;
using System.Text.RegularExpressions;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests.Runtime;

/// <summary>The table holds every entry, and nothing else in the reader holds one.</summary>
public sealed partial class RuntimeTableTests
{
    private static readonly List<Assembly> s_public = [typeof(object).Assembly, typeof(Barrier).Assembly];

    [Fact]
    public void All_EntriesThatAreDeclared_AreListedOnce()
    {
        var declared = typeof(Features).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(Features).Namespace)
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(static field => field.GetValue(null)).OfType<RuntimeEntry>().Distinct().ToList();

        Assert.Equal(declared.Count, RuntimeTable.All.Count);
        Assert.Empty(declared.Except(RuntimeTable.All));
        Assert.All(RuntimeTable.All, static entry => Assert.NotEmpty(entry.Features));
    }

    [Fact]
    public void TypesByWhichATrimmedRuntimeIsTold_AreInAWholeOneForAnybody() =>
        Assert.All(TrimmedRuntime.Public, static name => Assert.True(typeof(object).Assembly.GetType(name) is { IsPublic: true }, name));

    [Fact]
    public void Reader_ItsSourceOutsideTheTable_NamesNothingPrivate()
    {
        var root = Repository.PathOf("src", "GuruReports.SnapshotReader");
        string[] tables = [Path.Combine(root, "Runtime") + Path.DirectorySeparatorChar, Path.Combine(root, "KnownTypes") + Path.DirectorySeparatorChar];
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Array.Exists(tables, table => file.StartsWith(table, StringComparison.Ordinal)) && !Path.GetRelativePath(root, file).StartsWith("obj", StringComparison.Ordinal)).ToList();

        var arrows = files.SelectMany(file => Names().Matches(Comments().Replace(File.ReadAllText(file), ""))
            .Where(static match => !IsPublic(match.Groups[1].Value))
            .Select(match => $"{Path.GetRelativePath(root, file)}: {match.Value}"));

        Assert.NotEmpty(files);
        Assert.Empty(arrows);
    }

    // A namespace, or a type that anybody may name.
    private static bool IsPublic(string name) => name.EndsWith('.') || s_public.Exists(library => library.GetType(name.TrimEnd('<')) is { IsVisible: true });

    // A field by its prefix, what the compiler makes, a type by its namespace.
    [GeneratedRegex("\"((?:m_|s_|t_|_)[A-Za-z][^\" ]*|<>\\w+__[^\"]*|(?:System|Microsoft\\.Win32)\\.[A-Z][^\" ]*)\"")]
    private static partial Regex Names();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comments();
}
