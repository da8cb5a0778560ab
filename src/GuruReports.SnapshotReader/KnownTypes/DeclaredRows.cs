using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Rows of the service's own pools and queues.</summary>
internal static class DeclaredRows
{
    public static IReadOnlyList<KnownType> Of(IReadOnlyList<DeclaredType> declared) => [.. declared.Select<DeclaredType, KnownType>(static type => type.IsQueue ? Queue(type) : Pool(type))];

    private static KnownPool Pool(DeclaredType type) => new()
    {
        Library = KnownLibrary.Declared(type.Key),
        TypeName = type.Type,
        WithDerived = true,
        Lends = type.Lends ?? $"members of {ShortName(type.Type)}",
        InUse = type.InUse,
        Most = type.Most,
        Waiting = type.Waiting,
        Idle = type.Idle,
        Member = type is { Member: { } member, MemberPool: { } pool, MemberLent: { } lent }
            ? new KnownMember(member) { Pool = pool, Lent = lent, Through = [.. new[] { Space(type.Type), Space(member) }.Distinct()] }
            : null,
    };

    private static KnownQueue Queue(DeclaredType type) => new()
    {
        Library = KnownLibrary.Declared(type.Key),
        TypeName = type.Type,
        WithDerived = true,
        Kind = "queue",
        Length = type.Length ?? "",
        Capacity = type.Capacity,
        Readers = type.Readers,
        Writers = type.Writers,
    };

    private static string ShortName(string name) => name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    // What belongs to a pool lies in the same namespace.
    private static string Space(string name) => name[..(name.LastIndexOf('.') + 1)] is { Length: > 0 } space ? space : name;
}
