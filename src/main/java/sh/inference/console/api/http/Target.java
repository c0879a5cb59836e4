package sh.inference.console.api.http;

import java.net.URI;
import java.util.List;

import okhttp3.HttpUrl;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;

/** An address below the base URL, made of segments that are encoded each by itself: ids are opaque (contract 3.1). */
record Target(HttpUrl url) {
    /** @throws ApiException not found, when a segment could not name anything and would change the path instead */
    static Target of(URI base, String... segments) throws ApiException {
        HttpUrl root = HttpUrl.get(base);
        if (root == null) {
            throw new IllegalArgumentException("Not an address of a web service: " + base);
        }
        HttpUrl.Builder url = root.newBuilder();
        for (String segment : segments) {
            if (segment.isBlank() || List.of(".", "..").contains(segment)) {
                throw new ApiException(new ApiFailure.NotFound(segment));
            }
            url.addPathSegment(segment);
        }
        return new Target(url.build());
    }
}
