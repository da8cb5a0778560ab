using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Exceptions;

/// <summary>
/// Classifies exceptions by error codes, by type, and by what they wrap. Calls no code of the exception's own type: an
/// exception may be the service's, and this runs while it is thrown.
/// </summary>
internal static class FailureKinds
{
    private const int Deepest = 5;
    private const int MostMembers = 8;

    /// <summary>Returns what the exception tells of the world outside; the innermost one that tells something counts. It is wrapped when an inner exception tells it, which was counted by itself.</summary>
    public static FailureKind Of(Exception exception, out bool isWrapped)
    {
        var (found, depth) = (FailureKind.None, 0);
        var current = exception;
        for (var at = 0; current is not null && at < Deepest; at++, current = Within(current))
        {
            if (ByCode(current) is not FailureKind.None and var kind && (kind is not FailureKind.TimedOut || found is FailureKind.None))
            {
                (found, depth) = (kind, at);
            }
        }

        isWrapped = depth > 0;
        return found;
    }

    // Of several within one the first that tells something, or has one within that does.
    private static Exception? Within(Exception exception)
    {
        if (exception is not AggregateException { InnerExceptions: { Count: > 1 } several })
        {
            return exception.InnerException;
        }

        for (var index = 0; index < several.Count && index < MostMembers; index++)
        {
            var depth = 0;
            for (var current = several[index]; current is not null && depth < Deepest; current = current.InnerException, depth++)
            {
                if (ByCode(current) is not FailureKind.None)
                {
                    return several[index];
                }
            }
        }

        return exception.InnerException;
    }

    // Types of other assemblies are asked for only where one can be at hand: asking for one loads its assembly.
    private static FailureKind ByCode(Exception exception) => exception switch
    {
        ExternalException => OfExternal(exception),
        TimeoutException => FailureKind.TimedOut,
        UnauthorizedAccessException => FailureKind.AccessDenied,
        InsufficientMemoryException or OutOfMemoryException => FailureKind.OutOfMemory,
        _ when exception.GetType().Name is nameof(HttpIOException) => OfAnswer(exception),
        IOException => OfSystem(exception.HResult),
        _ when exception.GetType().Name is nameof(HttpRequestException) => OfHttp(exception),
        _ when exception.GetType().Name is nameof(AuthenticationException) => OfAuthentication(exception),
        _ => FailureKind.None,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FailureKind OfExternal(Exception exception) => exception is SocketException socket ? OfSocket(socket.SocketErrorCode) : FailureKind.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FailureKind OfAuthentication(Exception exception) => exception is AuthenticationException ? FailureKind.SecureConnection : FailureKind.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FailureKind OfHttp(Exception exception) => exception is HttpRequestException http ? OfHttp(http) : FailureKind.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FailureKind OfAnswer(Exception exception) => exception is HttpIOException http ? OfHttp(http.HttpRequestError) : FailureKind.None;

    private static FailureKind OfSocket(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => FailureKind.Refused,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown => FailureKind.Unreachable,
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => FailureKind.NameNotResolved,
        SocketError.TimedOut => FailureKind.TimedOut,
        SocketError.AddressNotAvailable => FailureKind.NoAddressLeft,
        SocketError.AddressAlreadyInUse => FailureKind.AddressInUse,
        SocketError.TooManyOpenSockets => FailureKind.TooManyFiles,
        SocketError.AccessDenied => FailureKind.AccessDenied,
        _ => FailureKind.None,
    };

    private static FailureKind OfHttp(HttpRequestException exception) => exception.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => FailureKind.Authentication,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => FailureKind.Rejected,
        _ => OfHttp(exception.HttpRequestError),
    };

    private static FailureKind OfHttp(HttpRequestError? error) => error switch
    {
        HttpRequestError.NameResolutionError => FailureKind.NameNotResolved,
        HttpRequestError.SecureConnectionError => FailureKind.SecureConnection,
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => FailureKind.Unreachable,
        HttpRequestError.UserAuthenticationError => FailureKind.Authentication,
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError => FailureKind.BrokenAnswer,
        _ => FailureKind.None,
    };

    // On Unix the number of the system's error, else the code of Windows.
    private static FailureKind OfSystem(int code) => code switch
    {
        28 or 30 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => FailureKind.DiskFull,
        23 or 24 or unchecked((int)0x80070004) => FailureKind.TooManyFiles,
        1 or 13 => FailureKind.AccessDenied,
        12 => FailureKind.OutOfMemory,
        _ => FailureKind.None,
    };
}
