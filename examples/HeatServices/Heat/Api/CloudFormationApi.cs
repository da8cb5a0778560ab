using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Heat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Heat.Api;

/// <summary>Another dialect for the same stacks: the action in the query, the answer in XML.</summary>
internal static class CloudFormationApi
{
    public static void MapCloudFormationApi(this IEndpointRouteBuilder app) => app.MapGet("/", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string action, string? stackName, StackStore stacks, IOperationQueue queue, DialectCounts counts, IOptions<HeatOptions> options, CancellationToken cancellationToken)
    {
        counts.Count(action);
        switch (action)
        {
            case "CreateStack" or "DeleteStack" when stackName is not null:
                await queue.AddAsync(Operation.Of(stackName, action == "CreateStack" ? "create" : "delete"), cancellationToken);
                return Xml(action, new XElement("StackId", Sign(stackName, options.Value.Stamp)));
            case "ListStacks":
                return Xml(action, [.. (await stacks.ListAsync(cancellationToken)).Select(stack => new XElement("member", new XElement("StackName", stack.Name), new XElement("StackStatus", stack.Status)))]);
            default:
                return Results.BadRequest($"no such action: {action}");
        }
    }

    private static IResult Xml(string action, params object[] content) =>
        Results.Text(new XElement(action + "Response", new XElement(action + "Result", content)).ToString(), "application/xml");

    private static string Sign(string stack, string stamp) =>
        $"{stack}/{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(stack)))[..16]}";
}
