using System.Text.Json;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Protocol;

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
        Request = ReadRequest(root.GetProperty("request")),
    };

    private static SnapshotRequest ReadRequest(JsonElement request) => new()
    {
        WalkHeap = request.GetProperty("walkHeap").GetBoolean(),
        DeadlineMilliseconds = request.GetProperty("deadlineMilliseconds").GetInt32(),
        HeapWalkMilliseconds = request.GetProperty("heapWalkMilliseconds").GetInt32(),
        MaximumTextLength = request.GetProperty("maximumTextLength").GetInt32(),
        MaximumGroups = request.GetProperty("maximumGroups").GetInt32(),
        TickCount = request.TryGetProperty("tickCount", out var ticks) && ticks.ValueKind == JsonValueKind.Number ? ticks.GetInt64() : null,
        LockOwner = (LockThreadId)request.GetProperty("lockOwner").GetInt32(),
        MonitorOwner = (LockThreadId)request.GetProperty("monitorOwner").GetInt32(),
        WriterOwner = (LockThreadId)request.GetProperty("writerOwner").GetInt32(),
    };
}
