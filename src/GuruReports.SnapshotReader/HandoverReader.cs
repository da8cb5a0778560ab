using System.Text.Json;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader;

/// <summary>Reads what the service hands over, field by field: the serializer would compile some hundred methods for it at each start.</summary>
internal static class HandoverReader
{
    /// <summary>Returns the handover; null when the service talks another language.</summary>
    public static ImageHandover? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static ImageHandover Read(JsonElement root) => new()
    {
        ServiceId = root.GetProperty("serviceId").GetInt32(),
        ParentId = root.GetProperty("parentId").GetInt32(),
        ImageId = root.GetProperty("imageId").GetInt32(),
        HasProcessDescriptor = root.GetProperty("hasProcessDescriptor").GetBoolean(),
        Executable = root.GetProperty("executable").GetString() ?? "",
        DataAccessPath = root.GetProperty("dataAccessPath").GetString() ?? "",
        MarkAddress = root.GetProperty("markAddress").GetUInt64(),
        MarkValue = root.GetProperty("markValue").GetInt64(),
        Owners = ReadOwners(root.GetProperty("owners")),
        Request = ReadRequest(root.GetProperty("request")),
    };

    private static OwnerTable ReadOwners(JsonElement owners) => new()
    {
        Listed = ReadNames(owners.GetProperty("listed")),
        Projects = ReadNames(owners.GetProperty("projects")),
        Packages = ReadNames(owners.GetProperty("packages")),
        RuntimePack = ReadNames(owners.GetProperty("runtimePack")),
        SharedFramework = owners.TryGetProperty("sharedFramework", out var folder) ? folder.GetString() : null,
    };

    private static string[] ReadNames(JsonElement names)
    {
        var result = new string[names.GetArrayLength()];
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = names[index].GetString() ?? "";
        }

        return result;
    }

    private static SnapshotRequest ReadRequest(JsonElement request) => new()
    {
        WalkHeap = request.GetProperty("walkHeap").GetBoolean(),
        FindCollections = request.GetProperty("findCollections").GetBoolean(),
        DeadlineMilliseconds = request.GetProperty("deadlineMilliseconds").GetInt32(),
        HeapWalkMilliseconds = request.GetProperty("heapWalkMilliseconds").GetInt32(),
        MaximumTextLength = request.GetProperty("maximumTextLength").GetInt32(),
        MaximumGroups = request.GetProperty("maximumGroups").GetInt32(),
        TickCount = ReadNumber(request, "tickCount"),
        UtcTicks = ReadNumber(request, "utcTicks"),
        LockOwner = (LockThreadId)request.GetProperty("lockOwner").GetInt32(),
        MonitorOwner = (LockThreadId)request.GetProperty("monitorOwner").GetInt32(),
        WriterOwner = (LockThreadId)request.GetProperty("writerOwner").GetInt32(),
        Declared = ReadDeclared(request.GetProperty("declared")),
    };

    private static DeclaredType[] ReadDeclared(JsonElement declared)
    {
        var result = new DeclaredType[declared.GetArrayLength()];
        for (var index = 0; index < result.Length; index++)
        {
            var type = declared[index];
            result[index] = new DeclaredType
            {
                Key = ReadText(type, "key") ?? "",
                Type = ReadText(type, "type") ?? "",
                IsQueue = type.GetProperty("isQueue").GetBoolean(),
                Lends = ReadText(type, "lends"),
                InUse = ReadText(type, "inUse"),
                Most = ReadText(type, "most"),
                Waiting = ReadText(type, "waiting"),
                Idle = ReadText(type, "idle"),
                Member = ReadText(type, "member"),
                MemberPool = ReadText(type, "memberPool"),
                MemberLent = ReadText(type, "memberLent"),
                Length = ReadText(type, "length"),
                Capacity = ReadText(type, "capacity"),
                Readers = ReadText(type, "readers"),
                Writers = ReadText(type, "writers"),
            };
        }

        return result;
    }

    private static string? ReadText(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static long? ReadNumber(JsonElement request, string name) =>
        request.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : null;
}
