using System.Reflection;

namespace GuruReports.Inspection.Symbols;

/// <summary>Tells the service's own code from the framework's.</summary>
internal sealed class CodeOwners
{
    // The strong-name keys of the .NET libraries and of ASP.NET Core and the extensions.
    private static readonly HashSet<string> FrameworkKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "b03f5f7f11d50a3a", "7cec85d7bea7798e", "b77a5c561934e089", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35",
    };

    private static readonly string? SharedFramework = FindSharedFramework();

    private readonly Dictionary<Assembly, bool> _known = [];
    private readonly IReadOnlyList<string> _more;

    public CodeOwners(IReadOnlyList<string> more) => _more = more;

    /// <summary>Returns whether the assembly belongs to the framework: by where it lies, by who signed it, or because the caller says so.</summary>
    public bool IsFramework(Assembly assembly)
    {
        // Remembering one that can be unloaded would keep it from being unloaded.
        if (assembly.IsCollectible)
        {
            return Decide(assembly);
        }

        if (!_known.TryGetValue(assembly, out var framework))
        {
            _known[assembly] = framework = Decide(assembly);
        }

        return framework;
    }

    private bool Decide(Assembly assembly)
    {
        var name = assembly.GetName();
        var simple = name.Name ?? "";
        if (IsListed(simple) || simple is "GuruReports.Inspection" or "GuruReports.Reporting" or "GuruReports.Hosting")
        {
            return true;
        }

        if (SharedFramework is not null && AssemblyFile.PathOf(assembly)?.StartsWith(SharedFramework, StringComparison.Ordinal) == true)
        {
            return true;
        }

        var named = simple.StartsWith("System.", StringComparison.Ordinal) || simple.StartsWith("Microsoft.", StringComparison.Ordinal)
            || simple is "System" or "mscorlib" or "netstandard" or "WindowsBase";
        return named && FrameworkKeys.Contains(Convert.ToHexString(name.GetPublicKeyToken() ?? []));
    }

    // …/shared, above Microsoft.NETCore.App/10.0.x; none for a self-contained program, whose own folder holds everything.
    private static string? FindSharedFramework()
    {
        var runtime = Path.GetDirectoryName(AssemblyFile.PathOf(typeof(object).Assembly));
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(runtime));
        return shared is not null && Path.GetFileName(shared) == "shared" ? shared + Path.DirectorySeparatorChar : null;
    }

    private bool IsListed(string simple)
    {
        foreach (var entry in _more)
        {
            if (entry.EndsWith('*') ? simple.AsSpan().StartsWith(entry.AsSpan(0, entry.Length - 1), StringComparison.Ordinal) : simple == entry)
            {
                return true;
            }
        }

        return false;
    }
}
