using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Image;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Inspection.Snapshot;

/// <summary>
/// Compiles, while the helper works and this thread would only wait, what comes next. Without it the first snapshot of a
/// process spends 0.1 to 0.2 s in the just-in-time compiler, a part of it while an image lives. Once per process.
/// </summary>
internal static class Rehearsal
{
    private static bool s_handedOver;
    private static bool s_received;

    /// <summary>Runs what lies between clone and handover, on this process instead of an image. Session's thread.</summary>
    public static void HandOver()
    {
        if (s_handedOver)
        {
            return;
        }

        s_handedOver = true;
        using var descriptors = ImageDescriptors.Open(Environment.ProcessId);
        JsonSerializer.SerializeToUtf8Bytes(
            new ImageHandover { ServiceId = 0, ParentId = 0, ImageId = 0, Executable = Environment.ProcessPath ?? "", DataAccessPath = DataAccessLibrary.Path ?? "", MarkAddress = 0, MarkValue = 0, Owners = AssemblyOwners.Current.Table, Request = new SnapshotRequest() },
            ProtocolJsonContext.Default.ImageHandover);
    }

    /// <summary>Prepares to understand a result. Session's thread.</summary>
    public static void Receive()
    {
        if (!s_received)
        {
            s_received = true;
            Touch(typeof(SnapshotResult), []);
        }
    }

    private static void Touch(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || ResultReader.Context.GetTypeInfo(type) is not JsonTypeInfo description)
        {
            return;
        }

        description.MakeReadOnly();
        foreach (var property in description.Properties)
        {
            Touch(property.PropertyType, seen);
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Touch(argument, seen);
        }
    }
}
