using System.Text.Json;

namespace GuruReports.Inspection.Symbols;

/// <summary>What a deps.json file says of the packages and assemblies of the program.</summary>
internal sealed class DependencyFile
{
    private const int LargestFile = 8 << 20;

    // What the SDK calls the framework that a self-contained program brings along.
    private const string RuntimePackPrefix = "runtimepack.";

    private static readonly Lazy<DependencyFile> s_ofProgram = new(static () => Read(Find()));

    private readonly Dictionary<string, ExpectedAssembly> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets what the program's own file says; read once.</summary>
    public static DependencyFile OfProgram => s_ofProgram.Value;

    /// <summary>Gets the file's path; null when there is none.</summary>
    public string? Path { get; private init; }

    /// <summary>Gets why nothing could be read; null when it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gets the number of packages and projects.</summary>
    public int Libraries { get; private set; }

    /// <summary>Gets the simple names of the assemblies that come from projects.</summary>
    public IReadOnlyCollection<string> Projects => Names(static library => library is LibraryKind.Project);

    /// <summary>Gets the simple names of the assemblies that come from packages, or as files.</summary>
    public IReadOnlyCollection<string> Packages => Names(static library => library is LibraryKind.Package);

    /// <summary>Gets the simple names of the assemblies of the framework that a self-contained program brings along.</summary>
    public IReadOnlyCollection<string> RuntimePack => Names(static library => library is LibraryKind.RuntimePack);

    /// <summary>Returns the path of the program's file, as its host was told; null when there is none.</summary>
    public static string? Find() => (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string)?.Split(System.IO.Path.PathSeparator, ';') is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>Reads a file; what is wrong with it is said in <see cref="Problem"/>.</summary>
    /// <param name="path">The path; null when there is none.</param>
    public static DependencyFile Read(string? path)
    {
        var file = new DependencyFile { Path = path };
        if (path is null || !File.Exists(path))
        {
            file.Problem = "there is no deps.json file";
            return file;
        }

        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                file.Problem = "the deps.json file is too large";
                return file;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            file.ReadTarget(document.RootElement);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            file.Problem = $"the deps.json file cannot be read: {exception.Message}";
        }

        return file;
    }

    /// <summary>Returns what the file expects of an assembly; null when it does not name it.</summary>
    /// <param name="assembly">The assembly's simple name.</param>
    public ExpectedAssembly? Find(string assembly) => _assemblies.GetValueOrDefault(assembly);

    private string[] Names(Predicate<LibraryKind> isWanted) =>
        [.. _assemblies.Where(pair => isWanted(pair.Value.Kind)).Select(static pair => pair.Key).Order(StringComparer.Ordinal)];

    // targets → "<framework>" → "<package>/<version>" → runtime → "lib/net8.0/X.dll" → assemblyVersion
    private void ReadTarget(JsonElement root)
    {
        var name = root.GetProperty("runtimeTarget").GetProperty("name").GetString() ?? "";
        var libraries = root.TryGetProperty("libraries", out var known) ? known : default;
        foreach (var library in root.GetProperty("targets").GetProperty(name).EnumerateObject())
        {
            var kind = KindOf(libraries, library.Name);
            Libraries += kind is LibraryKind.RuntimePack ? 0 : 1;
            AddFiles(library, "runtime", kind);

            // One file for each system, of which one is loaded: the version expected is not known.
            AddFiles(library, "runtimeTargets", kind);
        }
    }

    private void AddFiles(JsonProperty library, string group, LibraryKind kind)
    {
        if (!library.Value.TryGetProperty(group, out var files))
        {
            return;
        }

        foreach (var file in files.EnumerateObject())
        {
            if (file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
            {
                var version = group == "runtime" && file.Value.TryGetProperty("assemblyVersion", out var told) ? told.GetString() : null;
                _assemblies.TryAdd(System.IO.Path.GetFileNameWithoutExtension(file.Name), new ExpectedAssembly(library.Name.Replace('/', ' '), version, kind));
            }
        }
    }

    private static LibraryKind KindOf(JsonElement libraries, string library) =>
        library.StartsWith(RuntimePackPrefix, StringComparison.Ordinal) ? LibraryKind.RuntimePack
        : libraries.ValueKind is JsonValueKind.Object && libraries.TryGetProperty(library, out var about)
            && about.TryGetProperty("type", out var type) && type.ValueEquals("project") ? LibraryKind.Project
        : LibraryKind.Package;
}
