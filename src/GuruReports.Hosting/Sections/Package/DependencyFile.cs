using System.Text.Json;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>What a deps.json file says of the packages and assemblies of the program.</summary>
internal sealed class DependencyFile
{
    private const int LargestFile = 8 << 20;

    // What the SDK calls the framework that a self-contained program brings along.
    private const string RuntimePack = "runtimepack.";

    private readonly Dictionary<string, ExpectedAssembly> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the file's path; null when there is none.</summary>
    public string? Path { get; private init; }

    /// <summary>Gets why nothing could be read; null when it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gets the number of packages and projects.</summary>
    public int Libraries { get; private set; }

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

    /// <summary>Returns the package that brings an assembly, with its version; null when the file names none.</summary>
    /// <param name="assembly">The assembly's simple name.</param>
    public string? PackageOf(string assembly) => _assemblies.TryGetValue(assembly, out var found) ? found.Package : null;

    /// <summary>Returns whether an assembly is of the framework that a self-contained program brings along.</summary>
    /// <param name="assembly">The assembly's simple name.</param>
    public bool IsOfRuntimePack(string assembly) => PackageOf(assembly)?.StartsWith(RuntimePack, StringComparison.Ordinal) == true;

    /// <summary>Returns the loaded assemblies that are others than the file names.</summary>
    /// <param name="loaded">The loaded assemblies.</param>
    public IReadOnlyList<AssemblyMismatchFacts> MismatchesWith(IReadOnlyList<LoadedAssembly> loaded)
    {
        var mismatches = new List<AssemblyMismatchFacts>();
        foreach (var assembly in loaded)
        {
            if (_assemblies.TryGetValue(assembly.Name, out var expected) && expected.Version is { } version && version != assembly.Version)
            {
                mismatches.Add(new AssemblyMismatchFacts(assembly.Name, expected.Package, version, assembly.Version, assembly.Path));
            }
        }

        return mismatches;
    }

    // targets → "<framework>" → "<package>/<version>" → runtime → "lib/net8.0/X.dll" → assemblyVersion
    private void ReadTarget(JsonElement root)
    {
        var name = root.GetProperty("runtimeTarget").GetProperty("name").GetString() ?? "";
        foreach (var library in root.GetProperty("targets").GetProperty(name).EnumerateObject())
        {
            Libraries += library.Name.StartsWith(RuntimePack, StringComparison.Ordinal) ? 0 : 1;
            if (!library.Value.TryGetProperty("runtime", out var files))
            {
                continue;
            }

            foreach (var file in files.EnumerateObject())
            {
                var version = file.Value.TryGetProperty("assemblyVersion", out var told) ? told.GetString() : null;
                _assemblies.TryAdd(System.IO.Path.GetFileNameWithoutExtension(file.Name), new ExpectedAssembly(library.Name.Replace('/', ' '), version));
            }
        }
    }

    private sealed record ExpectedAssembly(string Package, string? Version);
}
