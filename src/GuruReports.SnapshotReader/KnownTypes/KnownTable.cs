using GuruReports.SnapshotReader.KnownTypes.Rows;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>All rows: those that stand here, and those that the service has declared.</summary>
internal sealed class KnownTable
{
    private static readonly HashSet<string> s_shared = [.. HttpRows.Shared, .. DatabaseRows.Shared];

    private readonly Dictionary<string, KnownRole[]> _byName;
    private readonly Dictionary<ulong, KnownRole[]> _inherited = [];

    /// <param name="declared">Rows of the service's own.</param>
    public KnownTable(IReadOnlyList<KnownType> declared)
    {
        All = [.. BuiltIn, .. declared];
        Keepers = new Keepers(declared);
        _byName = All.SelectMany(static row => row.Parts, static (row, part) => (part.TypeName, Role: new KnownRole(row, part.Part)))
            .GroupBy(static pair => pair.TypeName, static pair => pair.Role, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The rows that stand here; of several for one type the more special ones first.</summary>
    public static IReadOnlyList<KnownType> BuiltIn { get; } =
        [.. HttpRows.All, .. DatabaseRows.All, .. QueueRows.All, .. KestrelRows.All, .. HostingRows.All, .. EndpointRows.All, .. ActivityRows.All];

    /// <summary>All rows.</summary>
    public IReadOnlyList<KnownType> All { get; }

    /// <summary>Tells the types of the service whose fields refer to queues.</summary>
    public Keepers Keepers { get; }

    /// <summary>Whether objects of a type, by its name without parameters, are made once for all calls: who has one has none of what it leads to.</summary>
    public static bool IsShared(string plainName) => s_shared.Contains(plainName);

    /// <summary>Whether a type, by its name, is a pool.</summary>
    public bool IsPool(string name) => Array.Exists(_byName.GetValueOrDefault(PlainNames.Of(name), []), static role => role is { Row: KnownPool, Part: KnownPart.Itself });

    /// <summary>What a type is to the rows, by its own name and by those that it inherits from.</summary>
    public KnownRole[] RolesOf(ClrType type)
    {
        var own = Named(type);
        return Inherited(type.BaseType) is { Length: > 0 } inherited ? [.. own, .. inherited] : own;
    }

    private KnownRole[] Named(ClrType type) => _byName.GetValueOrDefault(PlainNames.Of(type.Name ?? ""), []);

    // Most types inherit from the same few.
    private KnownRole[] Inherited(ClrType? type)
    {
        if (type?.BaseType is null)
        {
            return [];
        }

        if (!_inherited.TryGetValue(type.MethodTable, out var roles))
        {
            var own = Array.FindAll(Named(type), static role => role.Part == KnownPart.Itself && role.Row.WithDerived);
            var further = Inherited(type.BaseType);
            _inherited[type.MethodTable] = roles = own.Length == 0 ? further : [.. own, .. further];
        }

        return roles;
    }
}
