#!/bin/sh
# Parent Signpost in a bucket of S3, or of any storage that speaks its language, behind a content delivery network.
#
#   sh s3.sh FOLDER s3://BUCKET                 uploads; what has a hash in its name first, pages last
#   AWS=echo sh s3.sh FOLDER s3://BUCKET        only says what it would do
#   AWS="aws --endpoint-url https://…" sh s3.sh …   for another storage than Amazon's
#
# A bucket cannot choose between a file and its .br: the network in front of it compresses ("Compress objects
# automatically", with the cache policy CachingOptimized). Use the website endpoint of the bucket as the origin, so that
# a folder is its index.html. The other headers are for the network to add: s3-headers.json, with
#   aws cloudfront create-response-headers-policy --response-headers-policy-config file://s3-headers.json
# Old files with a hash in their name may stay in the bucket: websites that pin a version of embed.js need them.
set -eu
folder=${1:?the folder of the release}
bucket=${2:?the bucket, as s3://NAME}
aws=${AWS:-aws}

kind() {
    case $1 in
        *.html) echo "text/html; charset=utf-8" ;;
        *.css) echo "text/css; charset=utf-8" ;;
        *.js) echo "text/javascript; charset=utf-8" ;;
        *.txt) echo "text/plain; charset=utf-8" ;;
        *.wasm) echo "application/wasm" ;;
        *.json) echo "application/json" ;;
        *.svg) echo "image/svg+xml" ;;
        *.png) echo "image/png" ;;
        *) echo "application/octet-stream" ;;
    esac
}

put() {
    # $aws is not quoted: it may be more than one word.
    $aws s3 cp "$folder/$1" "$bucket/$1" --content-type "$(kind "$1")" --cache-control "$2"
}

files() {
    (cd "$folder" && find . -type f ! -name '*.br' ! -name '*.gz' ! -name '.*') | sed 's,^\./,,' | sort
}

hash='-[0-9a-f]\{16\}\.[a-z0-9]*$'
files | grep -e "$hash" | while read -r file; do put "$file" "public, max-age=31536000, immutable"; done
files | grep -v -e "$hash" | grep -v '\.html$' | while read -r file; do put "$file" no-cache; done
files | grep '\.html$' | while read -r file; do put "$file" no-cache; done
