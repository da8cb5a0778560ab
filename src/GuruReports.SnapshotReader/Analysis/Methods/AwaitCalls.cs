using System.Reflection.Metadata;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Finds the awaits in the IL of a method: each is a call of one of the runtime's helpers.</summary>
internal static class AwaitCalls
{
    private const int LargestBody = 1 << 20;

    /// <summary>Their offsets, ascending; empty when the body cannot be read.</summary>
    public static List<int> Find(PagedReader memory, ClrMethod method, MetadataReader metadata)
    {
        if (method.GetILInfo() is not { Length: > 0 and < LargestBody } body)
        {
            return [];
        }

        var il = new byte[body.Length];
        if (!memory.TryRead(body.Address, il))
        {
            return [];
        }

        return [.. (MethodCalls.Find(metadata, il) ?? []).Where(call => call.Code == ILOpCode.Call && IsAwait(metadata, call.Method)).Select(static call => call.At)];
    }

    private static bool IsAwait(MetadataReader metadata, EntityHandle method)
    {
        if (method.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)method);
        return member.Parent.Kind == HandleKind.TypeReference && IsHelpers(metadata, metadata.GetTypeReference((TypeReferenceHandle)member.Parent))
            && (Is(metadata, member.Name, SuspendedEntries.Await.Method) || Is(metadata, member.Name, SuspendedEntries.AwaitAwaiter.Method)
                || Is(metadata, member.Name, SuspendedEntries.UnsafeAwaitAwaiter.Method));
    }

    private static bool IsHelpers(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}" == SuspendedEntries.Helpers.FullName;

    private static bool Is(MetadataReader metadata, StringHandle name, string wanted) => metadata.StringComparer.Equals(name, wanted);
}
