using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Sections.Exceptions;

/// <summary>Says in words where an exception is thrown: the method that throws, and the service's own method that called it.</summary>
internal static class ThrowPlace
{
    private const int MostFrames = 60;

    /// <summary>Returns the place; null when it is not known. Called on the thread that throws, while it does.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="namesOwn">Whether the service's own code is in it; it is not when only the framework stands on the stack, as behind an await.</param>
    public static string? Find(Exception exception, out bool namesOwn)
    {
        namesOwn = false;

        // At this moment the exception's own trace holds the frame that throws and no other; the callers still stand on the thread's stack.
        if (new StackTrace(exception, fNeedFileInfo: false).GetFrame(0)?.GetMethod() is not { } thrower)
        {
            return null;
        }

        var owners = new CodeOwners([]);
        var place = Name(thrower);
        namesOwn = !owners.IsFramework(thrower.Module.Assembly);
        if (namesOwn || FindOwn(owners) is not { } caller)
        {
            return place;
        }

        namesOwn = true;
        return $"{place} called by {caller}";
    }

    /// <summary>Returns the service's own method that throws an exception again behind an await; null when the framework's own asynchronous code does.</summary>
    public static string? FindAwaiter() => FindOwn(new CodeOwners([]), isAgain: true);

    private static string? FindOwn(CodeOwners owners, bool isAgain = false)
    {
        var stack = new StackTrace(fNeedFileInfo: false);
        for (var index = 0; index < stack.FrameCount && index < MostFrames; index++)
        {
            if (stack.GetFrame(index)?.GetMethod() is not { DeclaringType: not null } method)
            {
                continue;
            }

            if (!owners.IsFramework(method.Module.Assembly))
            {
                return Name(method);
            }

            if (isAgain && method.Name == nameof(IAsyncStateMachine.MoveNext))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Returns the name of a method with its type.</summary>
    public static string Name(MethodBase method)
    {
        var name = MethodNames.Of(method);
        return name.Type is null ? name.Name : $"{name.Type}.{name.Name}";
    }
}
