using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Hands the service's own pools and queues to the snapshot.</summary>
internal static class DeclaredTypes
{
    /// <summary>Returns them as the snapshot takes them.</summary>
    public static IReadOnlyList<DeclaredType> Of(IList<KnownTypeOptions> types)
    {
        var result = new DeclaredType[types.Count];
        for (var index = 0; index < result.Length; index++)
        {
            var type = types[index];
            result[index] = new DeclaredType
            {
                Key = FormattableString.Invariant($"{GuruMeditationOptions.SectionName}:Snapshot:KnownTypes:{index}"),
                Type = type.Type ?? "",
                IsQueue = type.Kind == KnownTypeKind.Queue,
                Lends = type.Lends,
                InUse = type.InUse,
                Most = type.Most,
                Waiting = type.Waiting,
                Idle = type.Idle,
                Member = type.Member,
                MemberPool = type.MemberPool,
                MemberLent = type.MemberLent,
                Length = type.Length,
                Capacity = type.Capacity,
                Readers = type.Readers,
                Writers = type.Writers,
            };
        }

        return result;
    }
}
