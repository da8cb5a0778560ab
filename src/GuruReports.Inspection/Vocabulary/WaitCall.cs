namespace GuruReports.Inspection.Vocabulary;

/// <summary>One line of the table of waits: a type of the framework, nested ones with a dot, the start of a method's name, and what it means.</summary>
internal readonly record struct WaitCall(string Type, string MethodPrefix, WaitKind Kind, string Words)
{
    public bool Matches(string type, string method) =>
        (Type.EndsWith('*') ? type.AsSpan().StartsWith(Type.AsSpan(0, Type.Length - 1), StringComparison.Ordinal) : type == Type)
        && method.StartsWith(MethodPrefix, StringComparison.Ordinal);

    /// <summary>The first line that fits; null when there is none.</summary>
    public static WaitCall? Find(WaitCall[] calls, string? type, string? method)
    {
        if (type is null || method is null)
        {
            return null;
        }

        foreach (var call in calls)
        {
            if (call.Matches(type, method))
            {
                return call;
            }
        }

        return null;
    }
}
