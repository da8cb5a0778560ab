using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>What of the table holds for the runtime in the image: checked once, before anything is read by it.</summary>
internal sealed class KnownRuntime
{
    private readonly RuntimeLibraries _libraries;
    private readonly HashSet<RuntimeEntry> _missing = [];
    private readonly HashSet<RuntimeFeature> _lacking = [];
    private readonly Dictionary<(ClrModule Module, int Token), RuntimeType> _types = [];

    /// <summary>Checks the table; entries that are <paramref name="hidden"/> count as missing.</summary>
    public KnownRuntime(RuntimeLibraries libraries, string version, IReadOnlyCollection<RuntimeEntry> hidden)
    {
        _libraries = libraries;
        Version = version;
        var major = int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        IsTrimmed = TrimmedRuntime.Is(libraries, major);
        foreach (var entry in RuntimeTable.All)
        {
            if (hidden.Contains(entry) || (entry.IsOf(major) && Check(entry, libraries) == EntryState.Missing && !IsTrimmedAway(entry, libraries)))
            {
                _missing.Add(entry);
                _lacking.UnionWith(entry.Features);
            }
        }

        foreach (var type in RuntimeTable.Types.Where(type => !_missing.Contains(type)))
        {
            if (libraries.Find(type.Library) is { } library && library.Token(type.FullName) is { } token)
            {
                _types[(library.Module, token)] = type;
            }
        }
    }

    /// <summary>A type of the table as the runtime has it; null when it is unknown or was not needed yet.</summary>
    public ClrType? ClrTypeOf(RuntimeType type) => _missing.Contains(type) ? null : _libraries.TypeOf(type);

    /// <summary>The version of the runtime, as its core library says.</summary>
    public string Version { get; }

    /// <summary>True when the service was published without what it does not use: a type that is not there has no objects then, and nothing lacks.</summary>
    public bool IsTrimmed { get; }

    /// <summary>True when the image has all that is needed to tell something.</summary>
    public bool Has(RuntimeFeature feature) => !_lacking.Contains(feature);

    /// <summary>True when the entry is known to lie where the table says.</summary>
    public bool Has(RuntimeEntry entry) => !_missing.Contains(entry);

    /// <summary>The entry of a type, generic or not; null for types that are not in the table.</summary>
    public RuntimeType? TypeOf(ClrType type) => _types.GetValueOrDefault((type.Module, type.MetadataToken));

    /// <summary>True when nothing of a part can be told.</summary>
    public bool LacksWhole(string part) => _lacking.Any(feature => feature.IsWholePart && feature.Part == part);

    /// <summary>What parts lack, and for want of which entry.</summary>
    public IEnumerable<UnavailablePart> Lacks() => _missing.Order(EntryOrder.Instance)
        .SelectMany(entry => entry.Features.Select(feature => new UnavailablePart { Part = feature.Part, Reason = Sentence(entry, feature), RuntimeName = entry.Name }));

    // A type that has objects and lacks a field that is read is another matter.
    private bool IsTrimmedAway(RuntimeEntry entry, RuntimeLibraries libraries) =>
        IsTrimmed && entry.Owner is { } type && libraries.Find(type.Library) is { } library
        && (library.Find(type.FullName) is not { } found || (entry.IsInObjects && library.IsNeverMade(found)));

    private static EntryState Check(RuntimeEntry entry, RuntimeLibraries libraries)
    {
        try
        {
            return entry.Check(libraries);
        }
        catch (BadImageFormatException)
        {
            return EntryState.Missing;
        }
    }

    private string Sentence(RuntimeEntry entry, RuntimeFeature feature) => $"{feature.Lack}: {entry.Name} is not as known in .NET {Version}";
}
