namespace GuruReports.Inspection.Vocabulary;

/// <summary>
/// The one answer to whose code an assembly is, for service, helper and report. What deps.json calls a project is the
/// service's, wherever it lies and whatever its name; framework is what lies in the shared framework, what a self-contained
/// program's runtime pack brings, and what .NET's own keys have signed, in whichever package it came; then what deps.json
/// names is a package's. Without a deps.json (a single file has none) packages cannot be told from projects: all the rest
/// is the service's, as is what was loaded beside it (plug-ins).
/// </summary>
internal sealed class CodeOwners
{
    // The strong-name keys of the .NET libraries and of ASP.NET Core and the extensions.
    private static readonly HashSet<string> s_keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "b03f5f7f11d50a3a", "7cec85d7bea7798e", "b77a5c561934e089", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35",
    };

    private readonly OwnerTable _table;
    private readonly Dictionary<string, CodeOwner> _named = new(StringComparer.OrdinalIgnoreCase);

    public CodeOwners(OwnerTable table)
    {
        _table = table;
        Add(table.Packages, CodeOwner.Package);
        Add(table.RuntimePack, CodeOwner.Framework);
        Add(table.Projects, CodeOwner.Service);
    }

    /// <summary>Decides on an assembly.</summary>
    /// <param name="name">The simple name.</param>
    /// <param name="path">Where it lies; null for one in memory or inside a single file.</param>
    /// <param name="key">Reads the token of its strong-name key, in hexadecimal digits.</param>
    public CodeOwner Of(string name, string? path, Func<string?> key)
    {
        if (IsListed(name) || name is "GuruReports.Inspection" or "GuruReports.Reporting" or "GuruReports.Hosting")
        {
            return CodeOwner.Framework;
        }

        var isNamed = _named.TryGetValue(name, out var named);
        return isNamed && named is not CodeOwner.Package ? named
            : IsShared(path) || IsSigned(name, key) ? CodeOwner.Framework
            : isNamed ? named
            : CodeOwner.Service;
    }

    /// <summary>Returns whether an assembly came with the runtime, and in no package; inside a single file only its signature tells.</summary>
    public bool IsOfRuntime(string name, string? path, Func<string?> key) =>
        IsShared(path) || (_named.TryGetValue(name, out var named) ? named is CodeOwner.Framework : path is null && IsSigned(name, key));

    private bool IsShared(string? path) =>
        _table.SharedFramework is { } shared && path?.StartsWith(shared, StringComparison.Ordinal) == true;

    private void Add(IReadOnlyCollection<string> names, CodeOwner owner)
    {
        foreach (var name in names)
        {
            _named[name] = owner;
        }
    }

    // Others sign with their own keys, and Microsoft signs more than .NET with some of these.
    private static bool IsSigned(string name, Func<string?> key)
    {
        var isNamed = name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "System" or "mscorlib" or "netstandard" or "WindowsBase";
        return isNamed && key() is { } token && s_keys.Contains(token);
    }

    private bool IsListed(string name)
    {
        foreach (var entry in _table.Listed)
        {
            if (entry.EndsWith('*') ? name.AsSpan().StartsWith(entry.AsSpan(0, entry.Length - 1), StringComparison.Ordinal) : name == entry)
            {
                return true;
            }
        }

        return false;
    }
}
