using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader;

/// <summary>Writes results by generated methods alone. The service reads them by a description of its own, SnapshotJsonContext.</summary>
/// <remarks>
/// Enumerations travel as numbers: with their names the generated methods are left out. The generated methods write all but enumerations and nullable
/// numbers, for which they ask the serializer; these are described here, so that nothing ever asks for the description of a type. The serializer
/// would first describe every type to itself: time where it has to be compiled, and a tenth of the helper where it is compiled ahead (LeftOut.xml).
/// </remarks>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SnapshotResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext
{
    private static ResultJsonContext? s_writing;

    /// <summary>Gets the one that writes.</summary>
    public static ResultJsonContext Writing => s_writing ??= Described(Default);

    public void Write(Utf8JsonWriter writer, SnapshotResult result) => SnapshotResultSerializeHandler(writer, result);

    private static ResultJsonContext Described(ResultJsonContext context)
    {
        context._AsyncFrameKind = Number<AsyncFrameKind>(static (writer, kind) => writer.WriteNumberValue((int)kind));
        context._AwaitKind = Number<AwaitKind>(static (writer, kind) => writer.WriteNumberValue((int)kind));
        context._CallState = Number<CallState>(static (writer, state) => writer.WriteNumberValue((int)state));
        context._CodeOwner = Number<CodeOwner>(static (writer, owner) => writer.WriteNumberValue((int)owner));
        context._LockKind = Number<LockKind>(static (writer, kind) => writer.WriteNumberValue((int)kind));
        context._UnknownSubject = Number<UnknownSubject>(static (writer, subject) => writer.WriteNumberValue((int)subject));
        context._WaitKind = Number<WaitKind>(static (writer, kind) => writer.WriteNumberValue((int)kind));
        context._WorkItemSource = Number<WorkItemSource>(static (writer, source) => writer.WriteNumberValue((int)source));
        context._WorkKind = Number<WorkKind>(static (writer, kind) => writer.WriteNumberValue((int)kind));
        context._NullableWaitKind = Number<WaitKind?>(static (writer, kind) => writer.WriteNumberValue((int)kind!.Value));
        context._NullableInt32 = Number<int?>(static (writer, number) => writer.WriteNumberValue(number!.Value));
        context._NullableInt64 = Number<long?>(static (writer, number) => writer.WriteNumberValue(number!.Value));
        context._NullableUInt64 = Number<ulong?>(static (writer, number) => writer.WriteNumberValue(number!.Value));
        return context;
    }

    private static JsonTypeInfo<T> Number<T>(Action<Utf8JsonWriter, T> write) => JsonMetadataServices.CreateValueInfo<T>(Default.Options, new NumberWriter<T>(write));
}
