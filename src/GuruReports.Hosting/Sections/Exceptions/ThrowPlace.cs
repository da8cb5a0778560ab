using System.Diagnostics;
using System.Reflection;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Sections.Exceptions;

/// <summary>Says in words where an exception is thrown: the method that throws, and the service's own method that called it.</summary>
internal static class ThrowPlace
{
    private const int MostFrames = 60;

    /// <summary>Returns the place; null when it is not known. Called on the thread that throws, while it does.</summary>
    /// <param name="exception">The exception.</param>
    public static string? Find(Exception exception)
    {
        // At this moment the exception's own trace holds the frame that throws and no other; the callers still stand on the thread's stack.
        if (new StackTrace(exception, fNeedFileInfo: false).GetFrame(0)?.GetMethod() is not { } thrower)
        {
            return null;
        }

        var owners = new CodeOwners([]);
        var place = Name(thrower);
        if (!owners.IsFramework(thrower.Module.Assembly))
        {
            return place;
        }

        return FindOwn(new StackTrace(fNeedFileInfo: false), owners) is { } caller ? $"{place} called by {Name(caller)}" : place;
    }

    private static MethodBase? FindOwn(StackTrace stack, CodeOwners owners)
    {
        for (var index = 0; index < stack.FrameCount && index < MostFrames; index++)
        {
            if (stack.GetFrame(index)?.GetMethod() is { DeclaringType: not null } method && !owners.IsFramework(method.Module.Assembly))
            {
                return method;
            }
        }

        return null;
    }

    private static string Name(MethodBase method)
    {
        var name = MethodNames.Of(method);
        return name.Type is null ? name.Name : $"{name.Type}.{name.Name}";
    }
}
