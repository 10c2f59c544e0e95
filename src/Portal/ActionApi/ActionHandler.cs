using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Hosting;

namespace Purbalingga.Portal.ActionApi;

/// <summary>One call of the Action API, from the request to the envelope.</summary>
internal sealed class ActionHandler(
    IActionRunner runner, CallerFactory callers, RequestReader reader, Envelope envelope, ActionErrors errors, IAntiforgery antiforgery, TimeProvider clock)
{
    private const string CsrfHeader = "X-CSRFToken";
    private const string Callback = "callback";
    private const int MaxCallbackLength = 200;

    // A client that is still sending does not look for an answer; what it sends is thrown away for this long so that it finds it
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    public async Task HandleAsync(HttpContext context, string name)
    {
        var method = context.Request.Method;
        var isPost = HttpMethods.IsPost(method);
        if (!isPost && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Response.Headers.Allow = "GET, HEAD, OPTIONS, POST";
            await HtmlAnswers.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
        }
        else if (!runner.Registry.TryFind(name, out var action))
        {
            await SmallAnswers.StringAsync(context, StatusCodes.Status400BadRequest, "Bad request: Action name not known: " + name);
        }
        else if (!isPost && !action.ReadOnly)
        {
            await SmallAnswers.StringAsync(
                context, StatusCodes.Status400BadRequest, "Bad request: JSON Error: Invalid request. Please use POST method for your request");
        }
        else
        {
            await AnswerAsync(context, action);
        }
    }

    private async Task AnswerAsync(HttpContext context, ActionDescriptor action)
    {
        JsonObject data = [];
        try
        {
            var (caller, byCookie) = await callers.IdentifyAsync(context);
            context.Response.Headers.CacheControl = caller.IsAnonymous ? "public, max-age=0, must-revalidate" : "private, max-age=0, must-revalidate";
            if (byCookie && !action.ReadOnly && !await HasFormTokenAsync(context))
            {
                await HtmlAnswers.WriteAsync(context, StatusCodes.Status400BadRequest, "The CSRF token is missing.");
                return;
            }

            AllowLongBody(context);
            var input = await reader.ReadAsync(context, action, caller);
            data = input.Data;
            var callback = TakeCallback(data);
            var answer = await runner.AnswerAsync(action.Name, input, callback is null ? caller : Caller.Anonymous, context.RequestAborted);
            await using var streamed = answer.Streamed;
            await (callback is not null && HttpMethods.IsGet(context.Request.Method)
                ? envelope.SucceedAsync(context, action.Name, streamed is null ? answer.Result : await streamed.BytesAsync(context.RequestAborted), callback)
                : envelope.SucceedAsync(context, action.Name, answer));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody reads an answer
            context.Abort();
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            await FailAsync(context, action, data, error);
        }
    }

    private async Task FailAsync(HttpContext context, ActionDescriptor action, JsonObject data, Exception error)
    {
        switch (error)
        {
            case BadRequestException bad:
                await SmallAnswers.StringAsync(context, bad.Status, "Bad request: " + bad.Message);
                break;
            case ActionUnavailableException unavailable:
                await SmallAnswers.StringAsync(context, StatusCodes.Status400BadRequest, "Bad request: " + unavailable.Message);
                break;
            case BadHttpRequestException broken:
                await SmallAnswers.StringAsync(context, broken.StatusCode, "Bad request: the body cannot be read");
                break;
            default:
                var (status, body) = errors.Describe(error, action.Name, data, context.TraceIdentifier);
                await envelope.FailAsync(context, action.Name, status, body);
                break;
        }

        if (error is UploadRefusedException or BadRequestException { Status: StatusCodes.Status413PayloadTooLarge })
        {
            await DrainAsync(context);
        }
    }

    /// <summary>The name of a function that a script tag gave; removed from the parameters.</summary>
    /// <exception cref="BadRequestException">It is more than a name: then it would be a script of somebody else's under this site's address.</exception>
    private static string? TakeCallback(JsonObject data)
    {
        if (!data.TryGetPropertyValue(Callback, out var node))
        {
            return null;
        }

        data.Remove(Callback);
        var name = InputValues.Text(node) ?? "";
        return name.Length is > 0 and <= MaxCallbackLength && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '$' or '.' or '[' or ']')
            ? name
            : throw new BadRequestException("The callback is not the name of a function");
    }

    /// <summary>Only the header is looked at: reading a form for its token would use up the body.</summary>
    private async Task<bool> HasFormTokenAsync(HttpContext context) =>
        context.Request.Headers.ContainsKey(CsrfHeader) && await antiforgery.IsRequestValidAsync(context);

    // The readers of bodies have limits of their own, by kind of body and caller
    private static void AllowLongBody(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }
    }

    private async Task DrainAsync(HttpContext context)
    {
        await context.Response.CompleteAsync();
        var until = clock.GetUtcNow() + LongestDrain;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0 && clock.GetUtcNow() < until)
            {
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // It has read the answer and gone, which is what this waits for
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
